'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { limits } from '@zerodo/domain/limits';
import type { Webhook } from '@zerodo/domain/webhook';
import { type FormEvent, useId, useState } from 'react';
import { Modal } from '@/components/ui/modal.tsx';
import { projectList } from '../../projects/project-queries.ts';
import { TextField } from '../../session/text-field.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { control } from '../parts/row.tsx';
import { Says } from '../parts/says.tsx';
import { WindowButtons } from '../parts/window-buttons.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { TypeChoice } from './type-choice.tsx';
import { changeWebhook, makeWebhook, type WebhookFields, webhooks } from './webhook-queries.ts';

type Props = {
  /** The one to edit; without it one is made. */
  webhook?: Webhook;
  types: readonly string[];
  onClose(): void;
  onSecret?(secret: string | null): void;
};

/** Makes a webhook or changes one. */
export function WebhookWindow({ webhook, types, onClose, onSecret }: Props) {
  const { frame, webhooks: words } = useSettingsWords();
  const client = useQueryClient();
  const { data: projects } = useQuery(projectList);
  const id = useId();
  const [chosen, setChosen] = useState<string[] | null>(
    webhook && webhook.types.length < types.length ? webhook.types : null,
  );
  const [nothing, setNothing] = useState(false);
  const send = useMutation({
    mutationFn: async (fields: WebhookFields) => {
      if (webhook) await changeWebhook({ id: webhook.id, version: webhook.version, body: fields });
      else onSecret?.((await makeWebhook(fields)).secret);
    },
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: webhooks.queryKey }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setNothing(chosen?.length === 0);
    if (chosen?.length === 0) return;
    const fields = new FormData(event.currentTarget);
    send.mutate({
      url: String(fields.get('url')).trim(),
      description: String(fields.get('description')).trim(),
      projectId: String(fields.get('project')) || null,
      types: chosen,
    });
  };
  return (
    <Modal open onClose={onClose} title={webhook ? words.editTitle : words.createTitle}>
      <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
        <TextField
          name="url"
          label={words.url}
          hint={words.urlHint}
          type="url"
          required
          maxLength={limits.webhookUrl}
          defaultValue={webhook?.url}
          placeholder="https://"
          autoComplete="off"
        />
        <TextField
          name="description"
          label={words.description}
          maxLength={limits.webhookDescription}
          defaultValue={webhook?.description}
          autoComplete="off"
        />
        <div className="flex flex-col gap-1.5 text-sm">
          <label htmlFor={id} className="font-medium">
            {words.project}
          </label>
          {/* Chosen again once the projects are there. */}
          <select
            key={String(!projects)}
            id={id}
            name="project"
            defaultValue={webhook?.projectId ?? ''}
            className={control}
          >
            <option value="">{words.everyProject}</option>
            {projects?.items.map((project) => (
              <option key={project.id} value={project.id}>
                {project.name}
              </option>
            ))}
          </select>
        </div>
        <TypeChoice types={types} chosen={chosen} onChange={setChosen} />
        {nothing && <Says kind="problem">{words.needTypes}</Says>}
        <ChangeProblem error={send.error} />
        <WindowButtons action={webhook ? frame.save : words.make} busy={send.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
