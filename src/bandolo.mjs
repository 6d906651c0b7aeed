#!/usr/bin/env node
import { register } from 'tsx/esm/api';

// TypeScript runs as it is: there is no build step to forget.
register();
await import('./cli.ts');
