export * from './accounts';
export * from './mail';
export * from './notifications';
export * from './partner-places';
export * from './site-images';
export * from './stream';
export * from './text-folds';
export * from './users';
