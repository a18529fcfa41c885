// Waits are for states; this only bounds them, far above what a busy machine needs to start a server.
jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
