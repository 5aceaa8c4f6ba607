import type { ConversationDetail } from '@rapport/contract';
import { Icon } from '../design/Icon.tsx';
import { OrderOfCareRibbon } from '../design/OrderOfCareRibbon.tsx';
import { careCells, careSentence, messageOfCell } from './order-of-care.ts';

interface CareSectionProps {
  steps: ConversationDetail['orderOfCare'];
  onSelect: (messageId: string) => void;
}

export function CareSection({ steps, onSelect }: CareSectionProps) {
  const sentence = careSentence(steps);
  return (
    <section className="care-order" aria-label="Order of care">
      {steps.length === 0 ? (
        <p className="caption">No step of care was found in the agents’ words.</p>
      ) : (
        <OrderOfCareRibbon cells={careCells(steps)} onSelect={(key) => onSelect(messageOfCell(key))} />
      )}
      {sentence ? (
        <p className="caption care-sentence">
          {steps.some((step) => step.outOfOrder) ? <Icon name="warning" /> : null} {sentence}
        </p>
      ) : null}
    </section>
  );
}
