/** How an agent says no and handles doubt: refuse, frame negatively, blame, hedge. */
import { readCues } from '../cue.ts';

export const refuse = readCues(
  'refuse',
  `
  ++++ i|we can_not|could_not|am_unable|are_unable|am_not_able|are_not_able|do_not_have_the|am_not_allowed|am_not_authorised [really|also|simply|just|unfortunately|make|do|offer|give|refund|accept|waive|change|cancel|extend|take|move|send|promise|hold|go|issue|replace]; unable to [process|offer|refund|assist|accept|provide|help|grant|make|consider]; not possible|able|eligible|permitted|allowed|available|refundable|entitled|covered|authorised; will not be able|possible; no exceptions; not an option; the answer [is|has|stays|remains] [still|to|no]; it is a|still|that no; a no from
  +++ have to say|pass|decline; declin*; afraid [that] [i|we|it|this|the|not|no|that] [can|do|is|will|are|does] not; unfortunately [i|we|it|this|that|the|you] ... not|no|unable; sorry [but] [i|we] can_not|do_not|will_not; i|we do not [really|normally|currently|actually|do|offer|give|make|take|refund|repair|replace|accept|reimburse|cover|lend|sell|ship|deliver|prescribe|match|comment]; ^ no [sorry|i|we|that|it|you]; no refunds|exception*|longer|way; does not allow|permit|cover|qualify|entitle|apply; do not|does_not qualify; outside [of] the|our|return|warranty; policy|rules|terms|contract do|does|is|are|say|says|state|states|allow|not; non-refundable; against [our] policy; that is not something; rules are; only the|for ... can; decision is|stays|final|stands|remains; not upheld|waive; can_not be|do|give|offer|refund|make|change|accept|waive|extend|move|take|help|go|issue|bring|promise|match
  ++ can_not @statement; will not|would_not @statement; can not; not [be] able; i am afraid; unfortunately; policy; no ^; only if|when|with|within; expired; too late; not|no
  + sorry but; i would have|love to but; must; fully booked; sold out
  -- i|we can_not [even] imagine|see|find|tell|say|thank|believe|access|hear|reproduce|confirm|be_sure|open; can_not wait|only; @question; do not worry|hesitate|need|have_to|think|know|want|see|mind; not sure|only|just|yet|your_fault|a_problem|working|correct|seen|fair; if it|you|that|the; no problem|worries|need|trouble|wonder|idea|doubt|one; you can_not [log|see|access|open]; should not|never; did not; is not|was_not|are_not; does not work|help|show|look|change|affect|mean; not been|have; why .. not; will not|will_not be_charged|happen|lose|take|need|forget|let|leave|cost|bother; nothing|not to_worry; i do not|can_not know; could not; please do|try; not been; you do not; have not; has not
  - @first; thank|thanks; you; did|was|were
  `,
);

export const negativeFraming = readCues(
  'negative-framing',
  `
  +++ unfortunately @statement; i am afraid; nothing [more|further|else|that|we|i] [i|we|can|could] [can|could|do|to] [do|be]; there is nothing|no|nobody|none; no way to|of|around; you can_not|will_not|must_not|may_not|do_not_have; can_not be|do|help|process|see|give|tell|say|change @statement; is|are|will not [be] possible|allowed|permitted|available|refundable|valid|able|covered|eligible; do|does not [support|deal|offer|allow|cover|have|accept|repair|ship|entitle|qualify|work|do|deliver|include|handle|give|refund|return|prescribe|reimburse|come]; unable to; not something we|i; not until|before|without; no [refunds|exceptions|record|longer|information|access|returns|option|such|chance|discounts]; we|i can_not; impossible; nobody's|nobody|no_one|none
  ++ not @brief; can not @statement; will not; never; sold out; expired; rejected|declined|denied|closed|cancelled|failed|revoked; without a|the|it; no ^; policy|rules|against; only @brief; nothing; is not; must|have_to
  + not; unfortunately; no; afraid; regret; penalty|penalties; lack; missing
  --- but [i|we|you|what|there|the|if|it]; instead; however; so i|we; what i|we can; @question; if; do not worry|hesitate|need|have_to; no problem|worries|need|wonder; not your; not fair|right|nice|good|easy|acceptable; i will; we will; i have|we_have; until; can; though; you can|could; sorry; or; should; apolog*; because; i_did; understand
  -- not only|just|sure|yet; thank|thanks; @long; @first; was|were|had; please; did not; i do not; has not; have not; know|think|see|mean|want; whether
  - @number
  `,
);

export const blame = readCues(
  'blame',
  `
  ++++ you should|could|ought have|to_have; you [must|may|might|probably|clearly|obviously|simply] [have] [must|not|entered|typed|did|put|clicked|pressed|ignored|forgot|forgotten|missed|chosen|left] [wrong|the_wrong|incorrectly|not]; your [own] fault|mistake|error|responsibility|side|end|problem|phone's; user error; if you had; if you [would|had] have|read|checked|told|only; it says|said|stated clearly|in|on; you did not|never|failed|forgot|chose|agreed|signed|accepted|ticked|entered|gave|waited|left|left_it|put; not our|my fault|problem|responsibility|decision|job|doing|department; nothing to do with us|me; blame
  +++ is|was|that_is|down|up on|to|with you|the_courier|them|your|the_driver|the_warehouse|customs|royal|the_carrier|the_supplier|the_manufacturer|the_depot|the_landlord|your_bank; [the|our|my] warehouse|courier|driver|carrier|depot|supplier|colleague|colleagues|day_shift|night_shift|sales|billing|marketing|finance|accounts|it_department|system|head_office|previous|other [guys|team|people|department|agent|shift] .. messed|made|never|forgot|keeps|wrong|always|should|did_not|do_not|told|put|lost|gave|left|must|does_not|screwed|mixed; because of|they|he|she|you; as stated|per|agreed|clearly in|on; terms .. you; as you|should|would have known|know|seen|read|noticed; my hands are; i only|just work|follow|do; i do not make|set|write|decide; rules are; i did not make|set|take|promise|write; before you; that is how|what they|policy|the; company policy; policy is|says; the system does|will|says; somebody else|in; someone else|in
  ++ your fault|mistake|device|own; you ... wrong; you should; they ... never|always|not; that is [what|the] happens|the; policy; next time; had you; was not me|us; the previous; other department|team; well you; again; they
  + you; should; clearly|obviously|simply; never; wrong
  --- not your fault|mistake; we should; i should; our|my mistake|fault|error; sorry; apolog*; you should [now|not|be|see|have_received|have_a|receive|get|never|have_an|only]; if; let; on us|me; no wonder; you did nothing|everything; thank|thanks; i will; we will; i have|am|can
  -- @question; you did not|never get|receive|have|deserve|do_anything|ask; you have; you are; please; will; we; your refund|order|parcel|new; i
  - @long; @first
  `,
);

export const hedge = readCues(
  'hedge',
  `
  ++++ not [entirely|really|quite|totally|completely|100|too|so|that] sure|certain|positive; i [would] think|guess|believe|suppose|assume|imagine|reckon [so|it|that|the|you|this|there|we|they|he|she|not]; might be|have|work|not|take|also; could be|have_been|possibly; may be|have|not|or; probably; maybe; perhaps; possibly; as far as i; i do not [really|actually|exactly] know; no idea; hard to say; should be [fine|ok|there|around|about|here|somewhere|in|able|possible]; or something|so|thereabouts|maybe; more or less; kind|sort of; in theory; supposedly; apparently; presumably; hopefully; i can_not say|be_sure|tell|promise|guarantee; who knows; not that i know; could go either; it depends; depends; most likely; likely; i have heard; dunno
  ++ seems|seem|appears [to|like|that]; looks like|as_if; should [probably|normally|usually|work|take|arrive|come|help|do|go|hopefully|get]; somewhere; some kind|time|sort; ish; in general; normally|usually|generally|typically|sometimes|often; try and see; if i remember|am_right|recall; i am guessing|afraid_i; try; think; might; roughly|about|around; think|believe; soon; at some point; would have_to|imagine|say
  + could; should; may; um|uh; or; guess
  -- @question; thank|thanks; sorry; do not know|think|see how|you; i think you|we_should|are; i know; must have|be; i will; would you; will; hope you; should not|have|never; may i|we|take; could you|i|we; not sure .. i will|let|check; let me; find out; if; what i can; to be|make sure; sure; i can; please; frustrat*; you are|might_like|may; can; try
  - @long; @troubled @first; have; i_have
  `,
);
