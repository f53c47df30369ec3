'use client';
import { Button } from '@/components/ui/button.tsx';

export default function Failure({ reset }: { reset(): void }) {
  return (
    <main role="alert" className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-5">
      <h1 className="text-2xl font-semibold tracking-tight">Something went wrong</h1>
      <p className="mt-2 text-muted">
        Your tasks are safe. Try again; if it stays like this, reload the page.
      </p>
      <Button variant="primary" onClick={reset} className="mt-6 self-start">
        Try again
      </Button>
    </main>
  );
}
