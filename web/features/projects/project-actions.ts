'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { Project, ProjectPage, Role } from '@zerodo/domain/project';
import type { ProjectChanges, ProjectFields } from '@zerodo/domain/project-commands';
import { useMemo } from 'react';
import { useProjectWords } from '@/words/use-project-words.ts';
import { useWords } from '@/words/use-words.ts';
import { offerUndo } from '../tasks/last-change.ts';
import { useSend } from '../tasks/use-send.ts';
import { projectList } from './project-queries.ts';

/** Makes and changes projects and who belongs to them. What failed says why; what can be taken back says so. */
export function useProjectActions() {
  const client = useQueryClient();
  const words = useWords();
  const said = useProjectWords();
  const send = useSend(projectList.queryKey);

  return useMemo(() => {
    const show = (id: string, change: (project: Project) => Project | null) =>
      client.setQueryData(
        projectList.queryKey,
        (page: ProjectPage | undefined) =>
          page && {
            ...page,
            items: page.items.flatMap((project) => (project.id === id ? (change(project) ?? []) : [project])),
          },
      );

    const edit = ({ id }: Pick<Project, 'id'>, changes: ProjectChanges) => {
      const { sections, archived: _, ...plain } = changes;
      show(id, (project) => ({
        ...project,
        ...(plain as Partial<Project>),
        ...(sections && { sections: sections.map((one) => (typeof one === 'string' ? one : one.name)) }),
      }));
      return send<Project>('PATCH', `/projects/${id}`, { body: changes });
    };

    const archive = async (project: Project, archived: boolean): Promise<void> => {
      if (!(await edit(project, { archived }))) return;
      offerUndo(
        {
          title: archived ? said.archived : said.unarchived,
          description: project.name,
          undo: words.frame.undo,
          undone: words.frame.undone,
        },
        () => void archive(project, !archived),
      );
    };

    const members = (id: string) => `/projects/${id}/members`;
    return {
      create: (fields: ProjectFields) => send<Project>('POST', '/projects', { body: fields }),
      edit,
      archive,

      remove: async (project: Project) => {
        show(project.id, () => null);
        if (!(await send('DELETE', `/projects/${project.id}`))) return;
        offerUndo(
          {
            title: said.removed,
            description: project.name,
            undo: words.frame.undo,
            undone: words.frame.undone,
          },
          () => void send('POST', `/projects/${project.id}/restore`),
        );
      },

      invite: (id: string, email: string, role: Role) =>
        send<{ id: string; code: string }>('POST', members(id), { body: { email, role } }),
      withdraw: (id: string, invitation: string) =>
        send('DELETE', `/projects/${id}/invitations/${invitation}`),
      setRole: (id: string, userId: string, role: Role) =>
        send('PATCH', `${members(id)}/${userId}`, { body: { role } }),
      /** Somebody else, or oneself: then one has left. */
      removeMember: (id: string, userId: string) => send('DELETE', `${members(id)}/${userId}`),
      accept: (invitation: string, code?: string) =>
        send<Project>('POST', `/invitations/${invitation}/accept`, { body: { ...(code && { code }) } }),
      decline: (invitation: string) => send('POST', `/invitations/${invitation}/decline`),
    };
  }, [client, words, said, send]);
}
