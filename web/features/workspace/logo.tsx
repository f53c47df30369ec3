/** A circle that closes when the check is made: zero left to do. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <path d="M21 12a9 9 0 1 1-4.2-7.6" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
      <path
        d="m8.2 11.8 3.2 3.2L21 5.4"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
