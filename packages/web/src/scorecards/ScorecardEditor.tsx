/** The draft, changed in place. Whatever is typed is kept; nothing counts before it is published. */
import { findPublished, type Scorecard, scoreReview } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { useToast } from '../design/Toast.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { CardActions } from './CardActions.tsx';
import { CategoryPanel, openCategory } from './CategoryPanel.tsx';
import { CategoryTable, neighbourOf } from './CategoryTable.tsx';
import {
  addGroup,
  addOwnCategory,
  addQuality,
  changeCategory,
  removeCategory,
  removeGroup,
  renameGroup,
} from './edit-content.ts';
import { MadeUpResult } from './MadeUpResult.tsx';
import { type Chosen, makeUpReview } from './made-up-review.ts';
import { PreviewResult } from './PreviewResult.tsx';
import { ChangeList, PublishDialog } from './PublishDialog.tsx';
import { SavedLine } from './SavedLine.tsx';
import { nextNumber } from './ScorecardPage.tsx';
import { nameOfCategory } from './scorecard-words.ts';
import { useDraft } from './use-draft.ts';
import { useAgreement, usePreview, usePublish } from './use-scorecards.ts';
import { VersionList } from './VersionList.tsx';

interface ScorecardEditorProps {
  card: Scorecard;
  search: Record<string, string>;
  strip: ReactNode;
}

export function ScorecardEditor({ card, search, strip }: ScorecardEditorProps) {
  const navigate = useNavigate();
  const toast = useToast();
  const [chosen, setChosen] = useState<Chosen>({});
  const [publishing, setPublishing] = useState(false);
  const draft = useDraft(card);
  const publish = usePublish(card.id);
  const preview = usePreview(card.id);
  const agreement = useAgreement(card.id);
  const { content, change } = draft;
  const published = findPublished(card);
  const draftVersion = card.versions.find(({ state }) => state === 'draft');
  const number = draftVersion?.number ?? nextNumber(card.versions);
  const category = openCategory(content, search.category);
  const scored = scoreReview(content, makeUpReview(content, chosen));

  const open = (id: string | undefined) =>
    void navigate({ to: '.', search: { ...search, category: id }, replace: true });
  const weigh = (weight: number) => {
    if (category) change((now) => changeCategory(now, category.id, { weight }));
  };
  const add = () => {
    const { id } = addOwnCategory(content);
    change((now) => addOwnCategory(now).content);
    open(id);
    toFieldSoon('category-name');
  };
  const said = (text: string) => toast({ text, undo: draft.undo });
  const tryDraft = () => {
    if (preview.isPending) return;
    // The answer stands at the end of the panel, which may be out of sight.
    preview.mutate(content, {
      onSuccess: () => setTimeout(() => document.getElementById('preview')?.scrollIntoView({ block: 'nearest' }), 0),
    });
  };
  const publishNow = async (note: string) => {
    const revision = await draft.saveNow();
    if (revision === null || revision === 0) return;
    publish.mutate(
      { revision, note },
      {
        onSuccess: ({ scorecard }) => {
          setPublishing(false);
          draft.takeTheirs(scorecard);
          toast({ text: `Version ${number} is published; new reviews use it.` });
        },
      },
    );
  };

  useKeys({
    next: () => open(neighbourOf(content, category?.id, 1)),
    back: () => open(neighbourOf(content, category?.id, -1)),
    'edit-wording': () => toFieldSoon('category-said'),
    'weight-1': () => weigh(1),
    'weight-2': () => weigh(2),
    'weight-3': () => weigh(3),
    critical: () => {
      if (category === undefined) return;
      const critical = category.critical === null ? 'review' : null;
      change((now) => changeCategory(now, category.id, { critical }));
      said(
        critical === null ? `${nameOfCategory(category)} is not critical.` : `${nameOfCategory(category)} is critical.`,
      );
    },
    'add-category': add,
    publish: () => setPublishing(true),
    'try-draft': tryDraft,
    'save-draft': () => void draft.saveNow(),
    ...(draft.canUndo ? { undo: draft.undo } : {}),
  });

  return (
    <>
      {strip}
      <div className="scorecard-head">
        <h1>What good service means here</h1>
        <span className="scorecard-buttons">
          <Button shortcut="T" blocked={preview.isPending ? 'It is being tried' : undefined} onClick={tryDraft}>
            {preview.isPending ? 'Reading …' : 'Try on 200 conversations'}
          </Button>
          <Button
            kind="primary"
            shortcut="P"
            blocked={draftVersion === undefined ? 'Nothing is changed yet' : undefined}
            onClick={() => setPublishing(true)}
          >
            Publish version {number}
          </Button>
        </span>
      </div>
      <SavedLine card={card} draft={draft} />
      <div className="scorecard">
        <div className="scorecard-wide">
          <Section
            title={card.name}
            beside={`${content.groups.reduce((sum, group) => sum + group.categories.length, 0)} categories`}
            link={
              <>
                <button type="button" className="link-button" onClick={add}>
                  Add a category
                </button>{' '}
                <button type="button" className="link-button" onClick={() => change((now) => addGroup(now).content)}>
                  Add a group
                </button>
              </>
            }
          >
            <CategoryTable
              {...{ content, search, scored, chosen, at: category?.id, agreements: agreement.data }}
              onChoose={(id, point) => setChosen({ ...chosen, [id]: point })}
              actions={{
                weigh: (id, weight) => change((now) => changeCategory(now, id, { weight })),
                leaveOut: (id) => {
                  change((now) => removeCategory(now, id));
                  said('Left out; it is not rated any more.');
                },
                takeIn: (quality) =>
                  change((now) =>
                    addQuality(
                      now,
                      quality,
                      card.versions.map((one) => one.content),
                    ),
                  ),
                renameGroup: (id, name) => change((now) => renameGroup(now, id, name)),
                removeGroup: (id) => change((now) => removeGroup(now, id)),
              }}
            />
            <MadeUpResult content={content} scored={scored} />
          </Section>
          <VersionList card={card} at={draftVersion?.id} search={search} />
          <CardActions card={card} draft={draft} />
        </div>
        <aside className="scorecard-side" aria-label="Category" id="category-panel">
          {category === undefined ? (
            <p className="second">Nothing is rated yet. Turn on a quality, or add a category.</p>
          ) : (
            <CategoryPanel
              key={category.id}
              scorecardId={card.id}
              {...{ content, category, change }}
              onRemoved={(name) => said(`${name} is no longer part of the scorecard.`)}
            />
          )}
          <Section title="If you publish this">
            <div role="status" className="preview" id="preview">
              {preview.data ? (
                <PreviewResult preview={preview.data.preview} tried={preview.data.content} content={content} />
              ) : null}
            </div>
            {preview.error ? <ErrorState error={preview.error} retry={tryDraft} /> : null}
            <ChangeList content={content} before={published?.content ?? null} />
          </Section>
        </aside>
      </div>
      {publishing ? (
        <PublishDialog
          {...{ number, content, before: published?.content ?? null }}
          isBusy={publish.isPending}
          error={publish.error ?? draft.error}
          onPublish={(note) => void publishNow(note)}
          onClose={() => setPublishing(false)}
        />
      ) : null}
    </>
  );
}

/** Once the panel shows the category that was just opened. */
function toFieldSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus(), 0);
}
