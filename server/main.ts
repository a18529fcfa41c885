import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { loadConfig } from './config/config';
import { StartupError } from './config/startup-error';
import { prepareApplication } from './prepare-application';
import { listen } from './http/listen';

/** How long requests in progress may take at the end. */
const SHUTDOWN_MS = 10_000;

/** SIGHUP: a terminal that is closed tells everything in it, us among them. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

async function start(): Promise<void> {
  const config = loadConfig(process.env);
  const application = await NestFactory.create<NestExpressApplication>(AppModule.of(config), { bufferLogs: true, autoFlushLogs: false, abortOnError: false });
  application.useLogger(application.get(Logger));
  application.flushLogs();
  try {
    await prepareApplication(application);
    const port = await listen(application, config);
    console.log(`READY http://localhost:${String(port)}`);
  } catch (error) {
    await application.close();
    throw error;
  }
  application.enableShutdownHooks(ENDING, { useProcessExit: true });
  for (const signal of ENDING) process.once(signal, () => setTimeout(() => process.exit(1), SHUTDOWN_MS).unref());
}

start().catch((error: unknown) => {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
});
