/** What a customer brings: greet, state a problem, ask, answer, tell of themself, say that they are lost. */
import { readCues } from '../cue.ts';

export const greet = readCues(
  'greet',
  `
  ++++ ^ hi|hello|hey|hiya|heya|hallo|howdy|dear|greetings|bonjour|hola|namaste|salut; ^ good morning|afternoon|evening|day
  +++ ^ [and|ok|yes|uh|um|well|so|oh] hello|hi|hey|good_morning|good_afternoon|good_evening|dear_sir; ^ morning|afternoon|evening @short; hope this|you|your finds|week|are|is .. well; ^ yo; to whom it; sir or madam; ^ hi|hello|hey @short
  ++ @opening @first @tiny; this is % $ @opening @short; respected|dear team|sir
  --- ^ hello @question; dear oh|me; hello hello; ^ hello anyone|still; hello $ @waited
  -- still there|waiting; anyone @waited
  `,
);

export const stateProblem = readCues(
  'state-problem',
  `
  +++ does|do|did|is|are|was|were|has|have|will|would|can|could not [work|working|load|open|start|connect|turn|charge|arrive|arrived|come|let|accept|show|respond|responding|play|fit|close|get|getting|received|receive|been|log|find|pair|sync|print|see|access]; not working|arrived|charging|here|showing|received|delivered|loading|what_i|come|responding; broken|broke|crash*|crack*|leak*|faulty|damaged|dead|stuck|missing|lost|wrong|error|stopped|fails|failed|fault|smashed|torn|scratched|frozen|freezes|blinking|flashing|locked|blocked|declined|rejected|cancelled|overcharged|late|delayed|disappeared|vanished|expired|charged|double
  +++ [was|been|got|were|keep|keeps|am] charged|billed|cancelled|locked|stuck|kicked|logged|overcharged|debited; charged|billed|taken|debited twice|# times|again|for; keeps|kept % ; says|saying|shows|showing|get|getting error|invalid|no|offline|delivered|failed; problem|issue|trouble with|is|logging|getting; still has|have|is|says|shows|not; instead of; supposed to; never arrived|came|got|received|turned|showed; nobody|no_one|nothing came|showed|turned|happens|arrived|happened|has; there is [no|a|something|nothing|like|an] @statement; no heating|hot|water|internet|power|signal|sound|connection|electricity|picture|light; is gone|missing|broken|empty|down|wrong|off|dead|stuck; will_not|will_not %
  ++ @opening @statement; [my|our|the|your] % is|are|was|has|keeps|says|does|did|got|stopped|went|came|never @statement; since [yesterday|this|last|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday|i]; when|every_time|whenever|each_time i [try|press|open|click|log|turn|go|connect|put]; twice; again; only # of; not; without; after the|i|# ; out of; i ordered|bought|booked|paid|sent|returned|asked|received|got|have_been; no %; keeps; falls|fell|comes|came off|apart|out|loose; hole|smell|noise|mould|stain|dent
  + my|our; order|bill|account|card|parcel|package|invoice|booking|router|app|phone|delivery|subscription; @first; @long; but
  -- @question; thank|thanks; @tiny; fix|sort this|it; could you|can_you|please; i want|would_like|need; you people|guys|said|told|promised; worst|joke|ridiculous|unacceptable|terrible|pathetic|shame; never again; works; all good; @asked @short; cancel my|the|it|everything; my husband|wife|daughter|son|mother|mum|dad; {insult}; still no|waiting; already; how; what; i said|told; sorry; not yet
  - @again; @checked; @last; @short; @asked; ok|yes|no ; should; want; i am
  `,
);

export const ask = readCues(
  'ask',
  `
  +++ @question
  +++ ^ [and|so|ok|uh|um|but|also|then|hi|hey|please|sorry|well|yes|hello] can|could|would|will|do|does|did|is|are|how|what|when|where|which|who|why|may|should|am|shall i|you|we|it|the|there|my|that|this|someone|anyone|they|somebody|your|he|a|long|much|many|do|is|if|about|to|else|time|does; {aux} you|i|we|it|there|someone|somebody|anyone|they @lower; i [would|just|really] want|need|like [to|a|my|you|it|the|someone|somebody|this|an|you_to] @statement; please [just] {do}|{fix}|tell|let|advise|help|explain|confirm|provide|check|look; wondering [if|whether|how|what]; want|would_like to know; let me know [if|when|how|what|whether]; any chance|way|idea|update
  ++ i would| like|want|prefer|appreciate; need to know|someone|you|it; how do|can|long|much|many|come|to|about|is|does; is there; what is|are|do|does|time|happens|about|if|should; please @statement; can|could|would you; ^ can|could|would|do|does|is|are|how|what|when|where|which|who|why|will|should|may @statement; looking for|to; help me|please; pls; refund; i want|need; tell me; explain; send me|it|the|a|us|my; person|human|agent|someone please; just [tell|fix|send|give|refund|cancel|answer|call]; cancel it|the|my|this|everything @statement; give|get me|us|my|someone|a
  + want|need; please; who|why|how|when; would; could; help; request; if i|you|it; or
  -- no question*; any questions; can not|n; how are|hard|dare|can_you_be|is_that; what a|the|you; thank|thanks; i need it|to_go|to_be|this; if i do not; you know; who cares; ok @question; are you kidding|serious|joking|having; really @question @short; hello @question; anyone|still there; still there|waiting; @tiny @question; news @question; why would|should|does_it; what is the point; is that|this a_joke|so_hard; you want|need; need anything; i do_not|did_not want|need; what i want; which is|was; how it|you; when i|you|the|it|we|they|he|she @statement; where i|you|it|we @statement; what i|you|we|it|they @statement; asked
  - @shout; @again; @asked @statement; i; @statement @short; said|told
  `,
);

export const answer = readCues(
  'answer',
  `
  +++ @asked @first @statement; @asked @tiny @statement; @asked @short @statement @first
  ++ @asked @statement; ^ yes|no @asked; @asked @number @statement; @asked @statement @brief; @asked it is|was @statement; @asked @only @statement; ^ [the|it|my] % % is|was @asked
  ++ ^ yes|no; it says|is|was|shows; @asked @again; here it is|you_are|you_go; already did|tried|have|done; i tried|did|have|already; i do not know|have; @asked @checked; sure|ok @asked; that is right|correct; correct; yes it|i|we|the|please|that|both; no i|it|we|the|just|not|only; just|only the|one|me|a|# @asked; not yet|that|really|sure @asked; @number @tiny; both|neither|none; my name|number|order|email|address|account|reference|postcode|birth|surname is; under; i have @asked
  -- thank|thanks|ta|thx; hi|hello|hey; bye|regards; @question; @shout; you people|should|said|told|promised; {insult}; worst|ridiculous|joke|unacceptable|pathetic|useless; manager|supervisor; never again; please; works|working now; can|could|would you; what|why|how|when; no thanks|thank_you; nothing else|more; that is all|it|everything; great|perfect|brilliant|lovely|good|amazing|awesome; i want|need; cancel; @offered; you too; have a; still; again; @bang; @statement @long; @last @bang; fixed|sorted|solved; wow; haha; my fault; i will; you; but; i am
  - @long; @checked; @explained; @opening; @solved; @last; because; so; your; help; sorry; not; will; ok
  `,
);

export const personalFact = readCues(
  'personal-fact',
  `
  ++++ {person}; i am [a|an|also|already|the|only|just|still|not|currently|very|in|on|at|self] [retired|pregnant|disabled|student|teacher|nurse|diabetic|pensioner|widow|single|old|blind|deaf|blind|vegan|vegetarian|allergic|alone|#|years|carer|freelancer|mum|dad|mother|father|driver|doctor|photographer|baker|customer|member|granny|work|shift|new|newbie]; my [%] birthday|wedding|exam|surgery|operation|funeral|interview|anniversary|flight|holiday|shift|knees|eyes|hands|back|legs|job|work|parents|family|kids|business|shop|bakery|restaurant|guests|visa|first; we have|have_got a|two|three|# {personal}|kids|children|guests|dogs; i live|work|run|teach|drive|travel|commute|moved|grew|broke|use|usually|always|fly|only|never|study [alone|in|from|on|at|nights|here|with|for|a|as|to|my|by]; customer|member|client|with_you|subscriber|banked for|since|# ; [for|in] # years; years old; been with|using you|a|your|for|since; loyal; turns|turning #; allerg*|wheelchair|asthma|diabetes|hospital|cancer|chemo|divorc*|died|passed_away|funeral|widow*|pregnan*|disab*|newborn|baby|toddler|cane|crutches|autis*|dementia|anniversary|honeymoon|graduat*|retire*
  +++ it is|was for|our|my|her|his ... birthday|wedding|anniversary|first|daughter|son|mum|dad|mother|father|wife|husband|trip|present|gift; i need|want|bought|ordered it|this|them for|by|because|as|to; present|gift for; we fly|leave|move|moved|are_flying|are_moving|get_married|travel|have_guests|are_expecting; i fly|leave|start|have_a|have_an|travel|am_flying|am_travelling|am_moving|move ... tomorrow|on|at|monday|tuesday|wednesday|thursday|friday|saturday|sunday|flight|interview|exam|surgery|meeting|deadline|wedding|presentation|party; alone; on my own; i am not [good|very|a|technical|great] [with|tech|at|technical|good|computer]; {personal}; never [been|had|flown|used|missed|paid|done]; last|first time; saved|saving up|for; my [livelihood|only|daughter|son|old]; guests; wedding|funeral|exam|interview|surgery|holiday|party|deadline|christmas
  ++ i am; we are; my %; our; she|he is|was|has|loves|needs|had; i have a|an|two|three|kids|#; because i|we|my|it|of; years; i work|live; for work|school|uni; at home|work; tomorrow; @statement my|our
  + i|we; my|our; she|he|her|his; for; family; always; usually
  -- @question; order|invoice|account|bill|card|app|charged|parcel|package|delivery|refund|router|booking|reference number|app|is|was|charged|not; thank|thanks; my order|account|card|bill|parcel|package|invoice|booking|email|password|phone|router|subscription|refund|name|number; you; hi|hello; @tiny; works|working; i am waiting|still|trying|not|so|getting|calling|writing|sorry|done|having|very|really|looking|sick|tired|angry|disappointed|happy|on_hold|sure; please; i have [been|tried|already|not|a_problem|the|no|asked|told|done|sent]; number; ok|yes|no @short
  - @short; again; @asked @brief; but; will; want
  `,
);

export const confused = readCues(
  'confused',
  `
  ++++ i do not [really|even|quite|actually|at_all] [understand|get|see|follow|know_what|understand_what|know_where|know_how|know_which|know_whether|think_i]; do not [quite|really] understand|get_it|follow; confus*; i am lost|lost_now; makes|make no sense; not [make|making] sense; what do you mean; not sure [i|what|which|how|where|if_i|whether|about|that_i|it]; wdym; which [button|one|link|page|menu|app|form|number|box|tab] [is|do|are|@question]; in [normal|plain|simple] english|words|terms; huh; what is|are|does a|an|the|that|this|# .. mean @question; what is a|an % @question; what does ... mean; say that again; lost me|now; no idea; how is that|possible|can; i thought; i cannot|can_not find|see|work_out|figure|tell|make
  +++ ^ [sorry|wait|hang_on|hold_on|ok|um|uh|erm|hmm|but|so] what|which|where|how|wait|who @question; ^ wait; which is it|right|true; is it normal; does not make; i do not know what|how|where|which|if|whether|why; where [do|is|are|exactly|on|can] i|the|it|that|this @question; there is no [such|%] [button|page|option|link|menu|screen]; do you mean; pardon; meant to; so do|is|am|are|does|i|which|what i|it|that|this|you .. or @question; why does|is|do|did it|the|my|this|there say|a|two|show|different; explain; like i am five; what am i; either; or @question; i see no; am i|should_i .. or @question; different
  ++ what @question; which @question; so @question; understand; mean; know; then why; technical; or not; ???; is that|this|it @question; sorry @question; um|uh|erm|hmm; how do|can i @question @solved
  + @instructed @question; @solved @question; @explained @question; @question @short
  -- ridiculous|joke|unacceptable|pathetic; how long|much|many|hard|dare; when; can|could|would you; any news|update; thank|thanks; no idea how_hard|what_it|of; how can|could you|anyone; please; @opening; manager; still; refund; you understand; do you|have you; {insult}; what happens|time|about|if|else; i understand; is there
  - @statement; @shout; @long; why; want; no; not_working
  `,
);
