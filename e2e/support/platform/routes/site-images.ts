import type { Parts } from '../parts';
import { Refusal } from '../refusal';
import type { UploadedFile } from '../uploads';

export function imageRoutes({ settings, endpoints, siteImages, uploads }: Parts): void {
  const keep = (file: UploadedFile | undefined): string => {
    if (file === undefined) throw new Refusal(400, 'File is required');
    return uploads.keep(file);
  };
  const changed = (url: string | null): object => (settings.now.imageAnswers === 'url' ? { url } : { ok: true });

  endpoints.add('anyone', 'get', '/site-settings/hero-image', {}, () => ({ url: siteImages.heroUrl }));
  endpoints.add('admin', 'post', '/site-settings/hero-image/upload', { file: 'image' }, ({ file }) => {
    siteImages.setHero(keep(file));
    return changed(siteImages.heroUrl);
  });
  endpoints.add('admin', 'delete', '/site-settings/hero-image', {}, () => {
    siteImages.setHero(null);
    return changed(null);
  });
  for (const page of ['landing', 'about'] as const) {
    const path = `/site-settings/${page}-images`;
    endpoints.add('anyone', 'get', path, {}, () => ({ ...siteImages.map(page), ...(settings.now.unknownFields && { [`${page}Summer`]: null }) }));
    endpoints.add('admin', 'post', `${path}/:slot/upload`, { file: 'image' }, ({ param, file }) => {
      siteImages.require(page, param('slot'));
      const url = keep(file);
      siteImages.set(page, param('slot'), url);
      return changed(url);
    });
    endpoints.add('admin', 'delete', `${path}/:slot`, {}, ({ param }) => {
      siteImages.set(page, param('slot'), null);
      return changed(null);
    });
  }
}
