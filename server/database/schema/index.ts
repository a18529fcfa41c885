export * from './accounts';
export * from './mail';
export * from './stream';
export * from './users';
