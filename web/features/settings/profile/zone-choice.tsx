'use client';
import { Combobox } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { knownZones, offsetInWords, zoneInWords } from './zones.ts';

type Props = { value: string; labelledBy: string; onChange(zone: string): void };

/** All of the world's zones, found by typing a part of a name. */
export default function ZoneChoice({ value, labelledBy, onChange }: Props) {
  const { profile: words } = useSettingsWords();
  const { viewer } = useSettingsPlace();
  const holder = useRef<HTMLDivElement>(null);
  const zones = useMemo(() => knownZones(value), [value]);
  return (
    <Combobox.Root
      items={zones}
      value={value}
      itemToStringLabel={zoneInWords}
      onValueChange={(zone) => zone && zone !== value && onChange(zone)}
    >
      <div ref={holder} className="max-w-full" />
      <Combobox.Trigger
        aria-labelledby={labelledBy}
        className="flex h-10 max-w-full items-center gap-2 rounded-lg border border-line-strong bg-surface px-2.5 text-sm"
      >
        <span className="truncate">{zoneInWords(value)}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
      </Combobox.Trigger>
      <Combobox.Portal container={holder} className="contents">
        <Combobox.Positioner sideOffset={6} align="end" collisionPadding={12} className="z-50">
          <Combobox.Popup
            aria-labelledby={labelledBy}
            className="flex max-h-[min(22rem,60dvh)] w-[min(20rem,calc(100vw-1.5rem))] flex-col rounded-2xl border border-line bg-surface shadow-raised outline-none"
          >
            <Combobox.Input
              placeholder={words.findZone}
              aria-label={words.findZone}
              className="m-1.5 h-10 shrink-0 rounded-lg border border-line-strong bg-surface px-3 text-sm"
            />
            <Combobox.Empty className="px-4 text-sm text-muted [&:not(:empty)]:pb-3">
              {words.noZone}
            </Combobox.Empty>
            <Combobox.List className="min-h-0 overflow-y-auto p-1.5 pt-0 empty:p-0">
              {(zone: string) => (
                <Combobox.Item
                  key={zone}
                  value={zone}
                  className="flex min-h-9 cursor-pointer items-center gap-2 rounded-lg px-2.5 text-sm outline-none data-highlighted:bg-sunken pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 flex-1 truncate">{zoneInWords(zone)}</span>
                  <span className="shrink-0 text-xs text-muted">{offsetInWords(zone, viewer.now)}</span>
                  <Combobox.ItemIndicator>
                    <Check aria-hidden className="size-4 text-accent" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
