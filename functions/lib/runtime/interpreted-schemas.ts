import * as z from 'zod';

/**
 * zod would write a program for each object that it checks and have V8 compile it, which no code cache holds: 10 ms of a start, and 9 µs gained with each event.
 * To be imported before whatever makes a schema.
 */
z.config({ jitless: true });
