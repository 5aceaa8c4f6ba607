/** How an agent moves the matter on: inform, instruct, offer a solution or another way, goodwill. */
import { readCues } from '../cue.ts';

export const inform = readCues(
  'inform',
  `
  +++ @statement
  ++ is|are|was|were|has|have|had|takes|shows|means|opens|closes|runs|costs|comes|goes|includes|ends|starts|expires|needs|covers|says @statement
  + the|your|our|it|there|this|that @statement; because|since|so|which|until|from|between|only|usually|normally|still|already|after|before @statement; @number; @explained; @asked; @long; ^ yes|no|the|your|it|there|our|that|they|this|both|all @statement; i|we found|checked|see|looked|spoke|can_see|have_checked; according to; our records|system|policy
  + due to; you can|could|may|will @statement; shows; in stock; euro|eur; included; days|weeks|hours|minutes
  -- @question; @tiny; @command; thank|thanks; sorry|apolog*; hi|hello|hey|dear|bye|regards; @bang @short; @name @short; please; ^ please; anything else; let me|us; welcome; good luck|morning|evening|afternoon; you are welcome; enjoy|congratulations|take_care; i understand|hear|apologise|appreciate|hope; {bad}
  -- i|we will|shall @statement; i am|we_are going to; i would|can|could|will; i have|we_have {fixed}; must be|have_been; our|my mistake|fault|error; do not worry; have a; no problem|worries; of course; one|a moment|second|minute; bear with; calm; feel free; how about; instead; if you; we should_have; you should_have; should_have; on us|me; mistake|fault; frustrat*; @short
  - @brief; @last @bang; can_not; will; i am; would; hope; know; sure|certainly|absolutely; try; you were|did|have; not my; gladly; pass|transfer|connect; not sure; probably|maybe|perhaps|might; i think
  ++ is in|on|at|from|not|now|the|a|due|open|closed|valid|free|included|active|available; is|was|were|are .. because|by|on|from|since|until; was sent|delivered|charged|made|placed|booked|signed|scanned|shipped|cancelled|received; i|we can see; shows that|the|a|it
  `,
);

export const instruct = readCues(
  'instruct',
  `
  +++ @command @statement; ^ [just|simply|so|then|next|now|first|finally|please|kindly|also|and|after_that|uh|ok|instead|could_you|can_you] [please|just] {do} @statement; please [just|also|do|first|then] {do}; ^ do not {do}
  +++ you [will|just|would|do|may|might] [just|only|then|also|simply] need|have|want to {do}; you [can|should|could|must|may] [just|also|simply|then|now|safely] {do} @statement; if|when|once|to|after|until ... {do} it|the|your|on|out|off|to|up|down|both|for @statement; make sure; be sure to; try {do}|turning|restarting|removing|using|clearing|switching|logging|resetting|holding|again|the|a|it|another|to
  +++ could|can|would you [please|just|also|kindly|now] {do} @question; go to|into|through; click on|the; press and|the; hold down|the|it; settings then; fill in|out|the; then {do}; and {do} the|your|it|on|that|to|me|us @command; log in|out; scroll down; follow the|this|these; why do_not you; i would|i_would suggest|recommend|advise|ask; it is best|worth to; best to
  ++ {do} and {do}; here is how|a_link|the_link|the_guide; step # ; see step|page; link url; url; under settings; send us|me|it|a|the|your|over; dm us|me; reply with|to; do not|never {do} @statement; remember to; ask for|them|at|your; show this|it|the; {do} [the|your|it|this] .. for # minutes|seconds|hours|days; keep it|the|your; bring your|the|it|a; {do} us|me|the|your|it|on|in|out|up|back @command
  + {do} @command; settings; button; please; app; menu; then; until; seconds; the_link
  -- @command let|see|have|thank|enjoy|take_care|give_me|give_us|bear|hold_on|look; let me|us; have a; let us know; feel free; do not worry|hesitate; take care|your_time; bear with; hold on|please $; stay on|with; thank|thanks; see you; rest assured; accept our|my; i will|have|can; we will|have|can; call|ring|write us|me|back if; see you|that|what|why|how|your|the; leave it|this with|to; please accept|bear|note|understand|wait|hold|be_assured|do_not_hesitate; keep in|me; anything else
  -- @question how|what|which|where|when|why; give|let|have|see|get|make ^ .
  - @question; @tiny; if you need|have|want
  `,
);

export const offerSolution = readCues(
  'offer-solution',
  `
  ++++ i|we [have|just|now|then|already|also|went_ahead] [just|now|already|also] {fixed} [and|the|your|you|it|a|that|this|on|both|in|all|to|out|off|up] @statement
  +++ has|have|is|are|been|was [now|just|been|already|all|fully|being] refunded|credited|cancelled|corrected|fixed|changed|updated|rebooked|reissued|resent|restored|extended|reset|replaced|reversed|removed|booked|sorted|reactivated|activated|unlocked|waived|amended|upgraded|issued|re-sent|released|deleted|shipped|confirmed|swapped|set_up
  +++ is|are [now|already] on its|their|the|his way; i can [also|now|just|then|still|either|do|certainly|gladly|offer|go] {fix}; i|we will [also|now|just|then|have|go|get] {fix} [you|the|your|it|a|that|this|both|them|all|one|an|another] @statement; shall|should|can|may|could i|we [just|also|then|now] {fix} @question; would you like me|us|a|to|the; let me {fix}
  +++ i am|we_are [now|just|going|sending|also] {fix}|sending|refunding|replacing|booking|issuing|crediting|cancelling|moving|ordering|putting|changing|fixing|arranging|processing|setting [to] you|a|the|your|it|this|that|out|it|both; here is a|your|the new|code|link|replacement|corrected|refund|label; a|the|your|new replacement|refund|technician|courier|engineer|courier|fitter|plumber|driver .. goes|leaves|comes|will|is|ships|collects|brings|arrives|has
  ++ done; all set|sorted|done|fixed; ^ done; that is done|sorted|fixed; {fixed} it|the|your|you|a; full refund; refund of|for|is|to|the|in_full|your; new one|card|code|link|label|ticket|invoice|bill|booking|password|pair|part|device; free of charge; replacement; make an exception; i have a|the|your ... for you; you are [now|all|booked|set|on|down|confirmed|moved|in]; back on|in|to your; what i can|will do|is; we can [also] {fix}; i made|got|found|asked|told|sorted|arranged; no charge|cost|fee; instead of; my suggestion; you can have|keep|get|choose; you will [now] get|have|receive|see
  + i have|did|put|took|moved|sent|changed|set; refund|replace|exchange|repair; i will; can; today|tonight; @troubled; it is now; booked; for you; i am; either .. or; sent; so i; then|so we|i
  -- not; if; i have checked|looked|read|found|seen|noted|asked|a_look|passed|no|not|spoken|put_you; please; @question what|which|where|when|how|who; you have; sorry; thank|thanks; calm; let me know|check|see|look; looked|checked; i have made a note; get_back; hold; i see|understand; given up; put you through|on_hold|on; pass; no record; call|write|ring|email|update|let_you_know
  - @question; @command; was; they; @short; anything; will; can_not; team; colleague
  `,
);

export const offerAlternative = readCues(
  'offer-alternative',
  `
  ++++ what|all|one_thing i|we can|could [do|offer|still|try|certainly] ... is; alternatively; as an alternative; another option|way|possibility|idea; other option|way|idea; instead @statement; how about; what about @question; what if i|we|you; or i|we|you can|could|would|might; option is; either .. or; plan b; workaround; second option; two options|ways|choices|things; your options; the next best|thing; next thing to try; different route|way|approach; something else|different
  +++ would|could you [rather|prefer|like|take|be|try|also|like] ... instead @question; if you prefer|would_rather|would_prefer; in that case; we|i do have; i|we could [also|instead|still|try|offer]; instead of|you|i|we; if that|it|this|none|not|neither|the does|is|of|fails|do ... can|could|will|try|i|there; or if|else|simply|just; but i|we can|could|have|do; what i can; let us|me try|do|offer .. something|another|different|other|it; then let us|i_would|try; rather than; otherwise; you could [also|instead|still|try]; you can [also|still|instead]; have you thought of|about; i do have; though
  ++ another|other|different|different_one|second|spare .. @statement; try a|the|another|with|without|using .. instead|then|other|different|else; we have|there_is|i_have .. in|at|on|left|too; closest; nearest; other|second shop|store|branch|date|time|day|slot|one; i|we would|could|can; until then|you; in the meantime; meanwhile; or [a|the|in|at|on|you|to|we|i]; @refused; @money could|can; or
  + if; could; can; instead; also; either; same price|model|fare; still; but
  -- @question what|which|how|where; have|has been; i have {fixed}; sorry; thank|thanks; @first; let me know; you have|were; should have; was; mistake; will; @command
  - @opening; @short; @statement i have; we can_not
  `,
);

export const giveGoodwill = readCues(
  'give-goodwill',
  `
  ++++ goodwill; good will gesture; as a [small|little] gesture|thank|sorry|apology; on the house|us|chef|me; our treat; free of charge @statement; for free; at no|our extra|charge|cost|expense; free month|shipping|delivery|coffee|upgrade|drink|dessert|night|week|year|ticket|cake|meal|return|trial|class|session|wash; month|months|week|weeks|night|session free; no|without charge|extra_charge|cost; compensation; compliments; voucher; gift card
  +++ # credit @money; credit of|to|for; # off|back|discount|voucher|refund @statement; % off your|the|next|this; i|we [have] waived|waive|waiving|knocked|thrown|added|upgraded|doubled|halved|dropped|removed ... fee|charge|delivery|shipping|cost|bill|credit|points|socks|price|off|free; taken|take|taking the|#|your|half .. off; refund|refunded|back|cover|pay|covered .. delivery|shipping|postage|fee|taxi|meal|charge|parking|nights|extra @statement; discount; for your trouble|patience|time|troubles|wait|inconvenience; for the trouble|wait|inconvenience|bother|delay|stress; bonus; extra points|week|days|month|data; keep the old|wrong|first|it|them|both|broken|other @statement; nothing to pay; not [be] charge|charged|pay; costs you nothing; you pay|owe nothing; coffee|lunch|dinner|dessert|breakfast .. on; thrown in; throw in; gift; complimentary
  ++ free @statement; @money i|we {fixed}; credit; points; upgrade|upgraded; waive*; extend*|extended your|it|the; half price; same price; this once|time; treat; hamper|flowers|chocolates
  -- @question; feel free; free to; free up|slot|time|place; sugar|gluten|toll|stress|hassle free; free on|at; if; credit card|check|note|score; would be|cost; will be charged; can_not|do_not|not entitle*; refund of the; when you; gift wrap|receipt; your points|voucher|gift|credit is|was|has|expire*; discount is|code|applies|was|on; full refund; is free @brief; policy; was charged
  - refund; the discount; delivery is; can; deposit
  `,
);
