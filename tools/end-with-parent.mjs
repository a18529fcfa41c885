// For processes that tools/service.ts starts: when the starter is gone, even by SIGKILL, end as if told to.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
