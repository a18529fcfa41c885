import { DOCUMENT, inject, Service } from '@angular/core';

/** Where an export is written to, piece by piece. */
export interface CsvTarget {
  write(text: string): Promise<void>;
  /** All is written. */
  close(): Promise<void>;
  /** Leaves nothing behind. */
  abort(): Promise<void>;
}

interface FilePicker {
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}

/** Makes the file of an export: streamed to the disk where the browser can do that, else kept in memory and downloaded at the end. */
@Service()
export class CsvTargets {
  private readonly document = inject(DOCUMENT);

  /** To be called at a press: browsers ask for one. @returns undefined when nobody chose where. */
  async open(name: string): Promise<CsvTarget | undefined> {
    const view: (Window & FilePicker) | null = this.document.defaultView;
    if (!view?.showSaveFilePicker) return this.download(name);
    try {
      const types = [{ description: 'CSV', accept: { 'text/csv': ['.csv'] } }];
      const handle = await view.showSaveFilePicker({ suggestedName: name, types });
      return await handle.createWritable();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return undefined;
      throw error;
    }
  }

  private download(name: string): CsvTarget {
    const parts: string[] = [];
    const forget = () => {
      parts.length = 0;
      return Promise.resolve();
    };
    return {
      write: (text) => {
        parts.push(text);
        return Promise.resolve();
      },
      close: () => {
        const link = this.document.createElement('a');
        link.href = URL.createObjectURL(new Blob(parts, { type: 'text/csv;charset=utf-8' }));
        link.download = name;
        link.click();
        // The browser has its own hold on it once the download has begun.
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
        return forget();
      },
      abort: forget,
    };
  }
}
