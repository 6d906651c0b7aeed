import type { Instant } from '../../domain/topic.ts';

/** Links, sessions and rates live in real time: a calendar fixed by `AS_OF` must not keep a stolen link alive. */
export const realNow = (): Instant => instantOf(Date.now());

/** The real instant so many seconds from now; negative = ago. */
export const secondsFromNow = (seconds: number): Instant => instantOf(Date.now() + seconds * 1000);

const instantOf = (milliseconds: number): Instant => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
