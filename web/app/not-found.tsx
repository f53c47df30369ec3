import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-5">
      <h1 className="text-2xl font-semibold tracking-tight">There is no such page</h1>
      <p className="mt-2 text-muted">The address may have a typing error, or what was here is gone.</p>
      <Link href="/" className="mt-6 font-medium text-accent underline underline-offset-4">
        Go to your tasks
      </Link>
    </main>
  );
}
