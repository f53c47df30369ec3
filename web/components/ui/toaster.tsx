'use client';
import { Toast } from '@base-ui/react/toast';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useWords } from '@/words/use-words.ts';
import { putUp, type ToastData, toasts } from './toasts.ts';

const manager = Toast.createToastManager<ToastData>();

const action = 'h-9 shrink-0 rounded-lg px-3 text-sm font-semibold text-accent hover:bg-accent-soft';

/** Where passing messages appear; F6 moves the focus there. */
export default function Toaster() {
  const { messages } = useWords().frame;
  // Not before the region is on the page: what appears together with it is said by no screen reader.
  useEffect(() => putUp(manager), []);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={messages}
          className={clsx(
            'fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-50 mx-auto flex',
            'max-w-md flex-col gap-2 rounded-xl md:bottom-5 lg:right-auto lg:left-5 lg:mx-0 lg:w-96',
          )}
        >
          <Messages />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Messages() {
  const { toasts: shown } = Toast.useToastManager<ToastData>();
  const { dismiss } = useWords().frame;
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['down', 'left', 'right']}
      // What leaves is still drawn for a moment, and nobody is to step into it.
      inert={toast.transitionStatus === 'ending' || toast.limited === true}
      className={clsx(
        'rounded-xl border border-line bg-surface shadow-raised transition-[opacity,translate] duration-200',
        'data-starting-style:translate-y-3 data-starting-style:opacity-0',
        'data-ending-style:opacity-0 data-limited:hidden',
        toast.type === 'error' && 'border-danger',
      )}
    >
      <Toast.Content className="flex items-center gap-3 py-2.5 pr-2 pl-4">
        <div className="min-w-0 flex-1 text-sm">
          <Toast.Title className={clsx('font-medium', toast.type === 'error' && 'text-danger')} />
          <Toast.Description
            className={clsx('text-muted', toast.type === 'error' ? 'break-words' : 'truncate')}
          />
        </div>
        <Toast.Action className={action} />
        <Toast.Close
          aria-label={dismiss}
          // They do not lie on each other here: each can be dismissed, so each says so.
          aria-hidden={false}
          className="grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
      {toast.data?.also && (
        <div className="-mt-1 px-1 pb-1.5">
          <button
            type="button"
            className={action}
            onClick={() => {
              toasts.close(toast.id);
              toast.data?.also?.run();
            }}
          >
            {toast.data.also.label}
          </button>
        </div>
      )}
    </Toast.Root>
  ));
}
