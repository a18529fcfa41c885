/** @returns the value of `If-Match` for whatever shows the image at `url`, null for none. Images are named by their content, so the same URL is the same image. */
export function imageTag(url: string | null): string {
  return `"${url ?? ''}"`;
}
