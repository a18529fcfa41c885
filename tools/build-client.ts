// Builds the client as users get it, unless it is built already.
import { ensureClientBuilt } from './client/build';

ensureClientBuilt();
