import { convertToParamMap } from '@angular/router';
import * as v from 'valibot';
import { readAddress, withoutMisread } from './address-params';

describe('What an address asks for', () => {
  const schemas = { status: v.picklist(['active', 'banned']), q: v.pipe(v.string(), v.maxLength(3)) };
  const read = (params: Readonly<Record<string, string | string[]>>) => readAddress(convertToParamMap(params), schemas);

  it('is what is understood of it; what is absent is left open, what belongs to others is theirs', () => {
    expect(read({ status: 'banned', other: 'x' })).toEqual({ values: { status: 'banned' }, misread: [] });
  });

  it('names what makes no sense, what is too long, and what is said twice, rather than leaving it out', () => {
    expect(read({ status: 'gone', q: 'long' })).toEqual({ values: {}, misread: ['status=gone', 'q=long'] });
    expect(read({ status: ['active', 'banned'] })).toEqual({ values: {}, misread: ['status=active', 'status=banned'] });
    expect(read({ status: '' }).misread).toEqual(['status=']);
  });

  it('is put right by taking that out', () => {
    expect(withoutMisread(read({ status: 'a=b', q: 'ok' }))).toEqual({ status: null });
  });
});
