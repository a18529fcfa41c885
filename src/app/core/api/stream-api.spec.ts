import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { API_ORIGIN } from './api-address';
import { StreamApi } from './stream-api';

describe('The event log’s API', () => {
  it('asks what happened after a position', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), { provide: API_ORIGIN, useValue: 'http://api.test' }] });
    const replay = firstValueFrom(TestBed.inject(StreamApi).replay('users', { log: 'log1', seq: 7 }));
    const request = TestBed.inject(HttpTestingController).expectOne(({ url }) => url === 'http://api.test/api/v1/events');
    expect(request.request.params.toString()).toBe('namespace=users&after=log1:7&limit=500');
    const page = { data: [{ seq: 8, event: 'users.renamed', payload: null, at: '' }], pagination: { log: 'log1', head: 8 } };
    request.flush(page);
    expect(await replay).toEqual(page);
  });
});
