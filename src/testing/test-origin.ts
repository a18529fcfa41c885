/** Where specs pretend that the server is. */
export const TEST_ORIGIN = 'http://api.test:3000';
