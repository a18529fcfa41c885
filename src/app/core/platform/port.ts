/** The public face of a service: what stands in for it has to have it, and nothing of its inside. */
export type Port<T> = { [K in keyof T]: T[K] };
