/** How an agent begins and ends: greet, thank, offer more help, farewell. */
import { readCues } from '../cue.ts';

export const greet = readCues(
  'greet',
  `
  ++++ ^ hi|hello|hey|hiya|heya|hallo|howdy|greetings|dear|bonjour|hola|namaste|ciao
  ++++ ^ good morning|afternoon|evening|day
  +++ ^ [and|ok|yes|uh|um|well|so] hello|hi|hey|good_morning|good_afternoon|good_evening|welcome
  +++ ^ welcome to|back; ^ welcome $; ^ morning|afternoon|evening @short
  ++ thank|thanks .. for calling|contacting|reaching|getting|chatting @first @opening
  +++ you are through|speaking to|with|for; my name is @opening; speaking $ @opening
  ++ this is % from|at|with @opening; it is % from|here @opening; i am % and|from|with|taking|looking @opening; % here $ @opening @short
  ++ nice to meet|e-meet; how are you doing|today @opening; hope you are|this .. well @opening
  + @first @opening @tiny
  - @question
  -- dear oh|me|lord|god
  ++ @first @short hi|hello|hey|dear|hiya
  --- ^ hello $ @question
  `,
);

export const thank = readCues(
  'thank',
  `
  ++++ thank you|u; thanks; ^ cheers; thx; many thanks; with thanks; my thanks; ^ ta $
  +++ appreciate you|your|the|it|that|this|how|all|everything; grateful for|that|to; thankful; merci; gracias; danke; much appreciated; appreciated $
  +++ good|kind|nice|great of you; owe you a thank; a nice thing to say
  + helps us a_lot|improve|so_much
  --- no thanks|thank_you needed|necessary; not thank; no need to thank; thanks to|for the|your update @question
  -- thank me|igor; thank you note; thankless
  - would appreciate if|it
  - i would be grateful
  `,
);

export const offerMoreHelp = readCues(
  'offer-more-help',
  `
  ++++ anything else; anything more; something else .. help|do|need @question; what else can|could|may
  ++++ anything further; any other|more|further questions|question|queries|concerns|problem|issues @question; any other questions $
  +++ further|other|more|any questions|question|queries|help|assistance .. [just|please] let|reply|ask|call|ring|write|message|contact|reach|get|drop|here|happy
  +++ do not hesitate; feel free to call|ask|write|contact|reach|message|reply|come|get|ring|drop|email; hesitate to
  +++ happy|glad|here to help|assist @statement; always here; here if you need|want|have; happy to answer|look
  +++ if you need|have|want| anything|us|more|any|me|help|further|other|another .. [just|please]
  +++ if|when|whenever|should anything|you|it ... give us|me a shout|call|ring; give us|me a shout
  +++ just reply|shout|ask|message|write|call if|whenever|should|any; reach out|to|back if|any|whenever|again|to|anytime; let me|us know if ... else|more|help|anything|further|other|need
  ++ if it|anything|that|there|this ... come|call|write|let|message|reply|ring|back|contact @last
  ++ you know where to|we; at your disposal; was that everything|all; is that everything|all @question; will that be all; was there anything
  ++ my|our|direct number|line|extension|email is .. if; reply to this|here .. if|any|whenever|and; ask for me|% if
  ++ come|write|call|message|ring back|again|me|us|any any_time|anytime|whenever|if_you|if_it|if_anything; just ask; we are|i am here|around|available|open if|until|all|any|24
  + is there more|something @question
  -- @troubled @first anything
  - if you prefer|would_like a
  `,
);

export const farewell = readCues(
  'farewell',
  `
  ++++ bye; goodbye; good night; see you|ya; take care; kind|best|warm|warmest|many|friendly|sincere|with|our|my|fond regards|wishes|greetings; regards; ^ best $; sincerely; yours faithfully|truly|sincerely
  ++++ have a|an good|great|nice|lovely|wonderful|pleasant|safe|better|quiet|fantastic|restful|fun|happy|peaceful|smooth|gentle|calm|sweet|calmer|easy|excellent|relaxing|fine|calm|warm; have a .. day|evening|weekend|night|afternoon|week|one|flight|trip|holiday|time|journey|stay|sunday|saturday|friday @statement
  +++ enjoy your|the|it|them|that|every @statement @short; enjoy the|your rest|day|weekend|evening|party|trip|holiday|weekend|concert|flight|wedding|meal|film|show|book|music|match|game|stay|new; ^ enjoy @brief
  +++ wish you|wishing; all the best; speak|talk soon|then|to_you_tomorrow|on; until then|next|tomorrow|monday|tuesday|wednesday|thursday|friday; au revoir; good luck @last; so long; safe travels|trip|journey|flight; merry christmas; happy holidays|weekend|new
  +++ looking|look forward to seeing|your|welcoming|hearing @last
  ++ the % team $ @short; % team $ @short @last; customer care|service|support|services|team $ @short; stay safe|warm|well|dry|cosy; same|you to_you|too @short; take it easy
  +++ @name @last @short @statement
  - @name @first
  -- sorry|thank|thanks|please|hi|hello|dear|hey @name
  --- ^ hi|hello|dear|hey @short; have a look|good_look|quick|few|nice_look|think|chat|word|try|read|system|record|note|case|copy|good_idea
  -- @question
  ++ night|day|evening shift|team|desk $ @short; pleasure speaking|talking|helping|chatting
  `,
);
