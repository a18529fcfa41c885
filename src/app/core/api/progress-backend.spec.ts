import { FetchBackend, HttpBackend, HttpClient, HttpResponse, HttpXhrBackend, provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, of } from 'rxjs';
import { ProgressBackend } from './progress-backend';

describe('A request', () => {
  const by = (body: string) => ({ handle: () => of(new HttpResponse({ body })) });

  for (const [what, reportUploadProgress, way] of [
    ['that wants to know how far it has come', true, 'XMLHttpRequest'],
    ['that does not', false, 'fetch'],
  ] as const)
    it(`${what} goes by ${way}`, async () => {
      TestBed.configureTestingModule({
        providers: [
          provideHttpClient(),
          { provide: HttpBackend, useExisting: ProgressBackend },
          { provide: FetchBackend, useValue: by('fetch') },
          { provide: HttpXhrBackend, useValue: by('XMLHttpRequest') },
        ],
      });
      expect(await firstValueFrom(TestBed.inject(HttpClient).post<string>('/', 'x', { reportUploadProgress }))).toBe(way);
    });
});
