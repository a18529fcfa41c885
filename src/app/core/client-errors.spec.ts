import { ClientErrors, type Trouble } from './client-errors';

describe('An error that nobody expected', () => {
  let errors: ClientErrors;
  let troubles: Trouble[];
  let logged: jasmine.Spy;

  beforeEach(() => {
    logged = spyOn(console, 'error');
    errors = new ClientErrors();
    troubles = [];
  });
  const listen = () => errors.troubles$.subscribe((trouble) => troubles.push(trouble));

  it('is logged as it is, and told', () => {
    listen();
    const error = new Error('broken');
    errors.handleError(error);
    expect(logged).toHaveBeenCalledOnceWith('ERROR', error);
    expect(troubles).toEqual(['crashed']);
  });

  it('is logged and told once, however often it comes', () => {
    listen();
    const error = new Error('broken');
    for (let i = 0; i < 100; i++) errors.handleError(error);
    expect(logged).toHaveBeenCalledTimes(1);
    expect(troubles).toEqual(['crashed']);
  });

  it('does not fill the log, or the memory, when each is different', () => {
    listen();
    for (let i = 0; i < 1000; i++) errors.handleError(`broken ${String(i)}`);
    expect(logged).toHaveBeenCalledTimes(50);
    expect(troubles.length).toBe(50);
  });

  it('is told also when it came before anybody listened', () => {
    errors.handleError('early');
    listen();
    expect(troubles).toEqual(['crashed']);
  });

  for (const message of [
    'Failed to fetch dynamically imported module: http://localhost:4200/chunk-AAAAAAAA.js',
    'error loading dynamically imported module: http://localhost:4200/chunk-AAAAAAAA.js',
    'Importing a module script failed.',
  ])
    it(`is known for a part that did not load: ${message}`, () => {
      listen();
      const error = new TypeError(message);
      errors.handleError(error);
      errors.handleError(error);
      expect(troubles).withContext('told each time somebody wants that part').toEqual(['notLoaded', 'notLoaded']);
      expect(logged).toHaveBeenCalledTimes(1);
    });

  it('is none when the browser only puts the rest of a resize off', () => {
    listen();
    errors.handleError(new Error('ResizeObserver loop completed with undelivered notifications.'));
    expect(logged).not.toHaveBeenCalled();
    expect(troubles).toEqual([]);
  });
});
