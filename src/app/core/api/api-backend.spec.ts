import { FetchBackend, HttpBackend, HttpClient, HttpContext, HttpResponse, HttpXhrBackend, provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, of } from 'rxjs';
import { ApiBackend, BACKEND } from './api-backend';

describe('A request', () => {
  const by = (body: string) => ({ handle: () => of(new HttpResponse({ body })) });

  const client = () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        { provide: HttpBackend, useExisting: ApiBackend },
        { provide: FetchBackend, useValue: by('fetch') },
        { provide: HttpXhrBackend, useValue: by('XMLHttpRequest') },
      ],
    });
    return TestBed.inject(HttpClient);
  };

  for (const [what, reportUploadProgress, way] of [
    ['that wants to know how far it has come', true, 'XMLHttpRequest'],
    ['that does not', false, 'fetch'],
  ] as const)
    it(`${what} goes by ${way}`, async () => {
      expect(await firstValueFrom(client().post<string>('/', 'x', { reportUploadProgress }))).toBe(way);
    });

  it('that names what carries it goes by that', async () => {
    const context = new HttpContext().set(BACKEND, by('a worker'));
    expect(await firstValueFrom(client().get<string>('/', { context }))).toBe('a worker');
  });
});
