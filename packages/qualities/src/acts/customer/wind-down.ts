/** How a matter ends for a customer: it works, it does not, thanks, feedback, goodbye. */
import { readCues } from '../cue.ts';

export const confirmResolved = readCues(
  'confirm-resolved',
  `
  ++++ [it|that|this|everything|all|now|finally|yes|they|both|app|ok] [is|does|has|are] [now|all|finally|just] works|working|fixed|sorted|solved|resolved|back|worked @statement; works|worked [now|again|fine|perfectly|great|like|thanks|yes]; ^ works|fixed|sorted|solved|resolved|done|worked|perfect|working|booked; problem|issue|that|it|matter solved|resolved|fixed|sorted|gone|settled; did the trick|it|job; that [has] [did|fixed|solved|worked|does|answers|helps|helped|was_it|settles|sorted|explains|covers] [it|my|everything|that|a_lot|the|all|perfectly]; you [have] fixed|solved|sorted it|this|that; all good|sorted|set|fine|clear|working|there|done [now|here|thanks|then]; i [can] see it|the|them [now|there]; got [it|them] [now|all|working|thanks|back]; up and running; found it|him|her|them; turned up; back [on|online|to_normal|in|up|again] ; no [more|further|other] questions|problems|issues|errors; not any more; no longer; nothing else|more|further; that is|was|will_be [all|it|everything|fine|perfect|great|good|what_i|exactly|better|much|the_one|sorted] ; [i] understand now; makes sense; is correct|right|green|gone|here|there|on|fine|ok|clear|perfect now; has stopped|gone|arrived|come|cleared|changed; arrived; it|light|green|he is now|on|green; you can close; false alarm
  +++ ^ yes @checked; ^ perfect|great|brilliant|excellent|wonderful|fantastic|lovely|amazing|super|awesome @solved; ^ ok|fine|great|right|understood|clear|alright|good|sure|perfect|deal|agreed|noted|yes @solved @brief; sounds good|great|fair|like_a_plan|perfect; that is|would_be great|fine|perfect|good|ok|lovely|fair|better|brilliant|helpful|clear|what_i_needed|all_i; works for me; see the [refund|credit|money|email|mail|code|change]; received|got it|the|them|your|my|an|a @statement; came through; [it] has|is connected|charging|printing|loading|playing|showing|open|in|live|going|warm|hot|better; i will take|do_that|try_that|wait|go; ^ no @offered; just [got|came|arrived|saw|worked|went]; much better; happy with|now; oh [there|it|i_see|now]; i am in|good|happy|fine|all_set|sorted|connected; good to know|hear; phew|yay|yesss|hooray|finally
  ++ now @checked; now @solved @statement; @checked @first @statement; @offered @statement @short; ok|great|perfect|good; gone; fine; clear; understood; @bang @solved; yes; deal
  -- not; no longer work*|get|see; still; but; only; if; @question; when it|is; should; again broken|down|stopped; will not; how; could|can you; never; not sure; it says; error; nothing works|happens|happened; never|not|hardly works|worked; worked [fine|for|until|before|last|perfectly_until|great_until]; works as; said|told fixed|it; i|we need; supposedly; "fixed"; supposed to; until; wrong; was working; at first; please; why; unless; want; refund [yet|not]; great @troubled @shout; FIXED
  - @opening; @asked @first; @long; @shout; they; he; you
  `,
);

export const denyResolved = readCues(
  'deny-resolved',
  `
  ++++ still [not|does|do|is|are|says|shows|the|no|nothing|same|broken|wrong|getting|will_not|will|can_not|a|on|off|have|get|doing|flashing|blinking|red|dead|cold|slow|missing|there|stuck|leaking|crashing|ringing|locked|asks|asking|blank|down|see] [working|work|same|not|error|wrong|the|there|same]; [it|that|this] [did|does|has|is|was|do|still] [still] not [work|help|fix|solve|change|do|worked|helped|fixed|sorted|solved|working|it|right|resolved|answer|what]; no [change|luck|difference|joy|it|good|effect|improvement|still|same|nothing|its]; same [thing|error|problem|issue|result|message|again|as|crack|story]; nothing [happens|happened|changed|has_changed|there|works|comes]; not [fixed|solved|resolved|working|sorted|helping|it|the_problem|gone|better|quite|the_question|there]; back again; is back; came|come|comes|happening back|again; worse [than|now]; [already|have|i] tried [that|this|it|all|both|everything]; tried [that|it|this|again] [already|nothing|same|twice|no|still]; does not help|solve|answer|work|fix|change|do|load|fit|open|show; stopped [working] again; now it [does|says|will|is|asks|just|shows|will_not|also] [not|even|a|another|something]; only for; nope; not what i; [did|does] nothing; that is not|was_not [it|what|the|my|right|how|true|a_solution|an_answer|helpful|the_question]; wrong [one|again|again]; not [any] better|different; again $; also not; neither
  +++ ^ no @checked; ^ no|nope|not @solved; not yet @checked; ^ not @checked; not @checked @first; not @solved @first; it says @solved; error @solved; but [it|the|that|now|still|there|this|not] @solved; still @solved; another|different error|code|problem|issue; wrong @solved; just [a|spins|says|goes|shows|the|beeps|sits|blinks] @solved; keeps @solved; unfortunately; @solved that is not
  ++ not @solved; no @solved; did_not; again @solved; same; same @solved; almost; half; only; tried; but; will_not; nothing; yes but; already did
  -- @opening; thank|thanks; @question; not any more; no more|problem|worries|thanks|questions|thank_you|need; nothing else|more; no longer; no that|i_am|it_is [is|all|good|fine|everything]; you; cancel; manager; not yet @asked; i do not know|have|want|need|think|understand; works now; {insult}; still waiting|no_answer; still in|under|use|have_the|at|valid; not your; is|was not my|a|the
  - @asked; @first @opening; @long; @shout; {person}; want; pay; waiting; would; please; never; days|weeks; money|refund
  `,
);

export const thank = readCues(
  'thank',
  `
  ++++ thank|thanks; thx; ta; cheers; many thanks; much appreciated; appreciate [it|that|you|the|your|this|u|all]; grateful; merci; gracias; danke; obrigada; obrigado; grazie; very kind of; owe you; you are [a|an|the|so|my|amazing|absolute|brilliant|very] [star|legend|angel|lifesaver|hero|gem|best|kind|saviour|amazing|absolute]; bless you; life saver; good|nice|kind|decent of you; thank-you
  +++ appreciated; lifesaver; you saved; legend; you were|have_been brilliant|great|lovely|so|very|fantastic|amazing|wonderful|helpful|kind; means a lot; nice one
  ++ kind; bless
  --- thanks for nothing|ruining|wasting|that|cancelling|losing @shout; no thanks|thank_you|thanks_to; thank god|goodness|heavens|you_for_nothing; your|the|keep thanks; thanks but; you thanked|thank|can_keep; would appreciate; no thanks to; thanks to you .. lost|missed|late
  -- appreciate if; wow thanks; oh thanks; yeah thanks; not [very] kind; thanks a bunch|lot @troubled @statement; for once; thanks a lot @shout; gee
  - @question; @shout
  `,
);

export const feedback = readCues(
  'feedback',
  `
  ++++ you [have] [were|are|been|did|have_been|guys_are] [so|very|really|such|a|the|an|great|just|amazing|more|super|absolutely|extremely|most|first|wonderful|really_very] [helpful|patient|kind|great|good|brilliant|best|job|amazing|clear|lovely|first|professional|nice|quick|friendly|excellent|helpful|star|much|person|one|only]; great|excellent|fantastic|amazing|best|brilliant|good|wonderful|superb|top|lovely|impressive|outstanding|first-class|perfect service|support|job|work|help|team|app|product|customer|experience|company|store|shop|person|call|staff|five-star; well done; keep [it] up; keep up the; credit to; five|5 stars|star; # stars; recommend* ; i [really] love|like|liked|loved your|the|how|this|that|it; first [time|person|one] [who|that|anyone|somebody|to|actually|in]; best [service|support|customer|agent|help|call|i|experience]; you should [add|consider|think|put|make|offer|have|really|maybe]; would be [nice|great|good|helpful|useful|better] [if|to]; suggestion*; feedback; suggest; could you [please] add; maybe [you|add|put|a|make|next|mention|change|someone]; impressed; fair play|enough_to; hats off; you might want; wish [more|there|you|the|every|all|your]; please [add|bring|consider|tell|fix|put|pass|make] [back|a|the|your|him|her|it] @solved; quick|fast|clear|honest|straight [reply|answer|response|service|work|explanation|help]; pleasure; faster than; more|better than i|the; made my day
  +++ helpful|patient|polite|friendly|professional|brilliant|kind|excellent; tell|let|give [your|her|him|them|the|my|everyone] [boss|manager|driver|colleague|colleagues|team|chef|compliments] ; for [next|the_future|others|future] [time]; next time; improve*; hint|tip for; easier|clearer|better if; love [it|this|your|the|that|you]; good idea|to|that|of; nicely|well handled|done|explained; smooth|easy; not bad; for what it; honest*; refreshing; respect
  ++ great|good|best|lovely|amazing|fantastic|excellent; {good}; should; would be; team; please add|tell; real person; at least; nice; you guys; helped; love; idea; if you could
  -- not; @question; refund; works|working; manager; you should [have|be|know|not|pay|all]; sounds good|great|lovely; good|great thanks|thank; broken|wrong|error; never; looks good; that is great|good|perfect|fine; happy|glad; good morning|evening|afternoon|day|night|luck; have a; worst|terrible|awful|poor|bad; thank|thanks @short; great @tiny; i want|need; oh great|lovely; wait*; still; could you|can_you; cancel; you should_have; it is; works; now; please; @short; not good; fix
  - @tiny; @asked; @troubled; will; my; but; no; @opening; ok|yes
  `,
);

export const farewell = readCues(
  'farewell',
  `
  ++++ bye; goodbye; see you|ya; cheerio; good night; night night; take care; kind|best|warm|warmest|many|friendly|with|kindest|respectful|sincere regards|wishes|greetings; regards; ^ best $; sincerely|faithfully|respectfully|cordialement|tschüss|adios|ciao; yours $; yours sincerely|truly|faithfully; have|hav a|an good|great|nice|lovely|wonderful|pleasant|quiet|fantastic|brilliant|safe|calm|fab|better; have a .. day|evening|weekend|night|one|week|shift; until then|tomorrow|next|thursday|monday|tuesday|wednesday|friday|saturday; so long; talk|speak soon|later|tomorrow|to_you|then; gotta|got_to|have_to|must go|run|dash; you too|as_well|both @short; all the best; over and out; signing off; greetings from; happy holidays; catch you; same to you
  +++ @name @last @short @statement; br|kr|rgds|vg|mfg @short; sent from; enjoy your|the|weekend; good|nice day|weekend|evening|one @short; ^ later|laters $; stay safe|well; looking forward; ^ night
  -- thank|thanks @name; please @name; ^ hi|hello|hey|dear; @question; bye-law; goodbye to|my; say goodbye|bye; @name @asked; it|is|was|my|no|yes|not|the|a @name; good night sleep; had a; have a look|good_look|question|problem|few|two|new; @name @first; see you|it in_court
  - @asked; @number
  ++ bye $; x $; xx $
  `,
);
