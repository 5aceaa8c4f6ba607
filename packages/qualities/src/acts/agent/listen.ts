/** How an agent listens: ask, restate, check that it is solved. */
import { readCues } from '../cue.ts';

export const ask = readCues(
  'ask',
  `
  +++ @question
  ++ ^ [and|so|ok|uh|um|now|but|also|first|then|sorry|hi|yes] {wh}|{aux} @question; {wh}|{aux} you|your|it|the|there|we|i|this|that @question
  ++ could|can|may|would i|you [please|just] have|get|confirm|tell|give|send|share|check|let|provide|describe|read|spell @statement; please [can|could] confirm|tell|provide|share|give|send|describe|let_me_know|dm|message|reply .. your|the|which|what|how|if|us|me|whether @statement
  ++ what is your|the @statement; i|we [will|just|would|do] need .. {name}; need your|the|a {name}|photo|picture|last; let me|us know [which|what|how|when|if_you_would|whether|your] @statement; tell me [which|what|how|when|where|more|about|a_bit|if|exactly] @statement
  + ^ {wh} @statement; ^ {aux} you @statement; ^ and your|the|what @brief; which .. would|do|one|is
  -- anything else|more|further @question; any other|more|further questions|question @question; is it|that|does|did|are|has|everything .. {works} @question; does that help|work|answer|make|cover|sort @question; did that|it|this work|help|do @question
  -- what a|an; why do_not you; how about; what if; would it help; shall i; {aux} you [please|just|also|kindly|try|mind] {do} @question; what else; ok $ @question; right $ @question; happy with @question; is that ok|alright|clear|right|good|all @question
  -- how can i help; all good|sorted|clear|done @question; could|can|would you try|restart|check|press|take|put|open|go|turn|unplug|look|hold|sign @question
  ++ how can|may i|we help|assist @question
  - ok|right|correct|yes|yeah|no|eh $ @question
  -- you said|say|mean|want|wrote|would_like|are_saying @question @echo
  `,
);

export const restate = readCues(
  'restate',
  `
  ++++ if i understand|understood|read|have|hear|get|sum|follow .. correctly|right|you|this|that|it; so what you; let me [just|see|play|make|check|repeat|read|sum] [if|it|this|that|sure] [back|i_have]; to [make_sure|check|confirm|recap|summarise|sum_up] .. i|we|right|understand|understood; do i understand; just to check|confirm|recap|be_clear
  ++++ as i understand; the way i|you understand|describe; my understanding; in other words; you are saying|telling|looking|asking|after|trying|hoping; you [have] say|said|write|wrote|told|mentioned|describe|mean|asked|report|reported that|the|it|you|us|your; i understand|see|hear|gather|take|read [that|from|your] you|your|there|the
  +++ ^ [ok|right|so|then|and|got_it|yes|thanks] so you|the|it|your|that|both|for_you|he|she|two|there|your|just @echo @statement; ^ so you|your|it|the|that|for_you @statement; ^ so @echo; ^ you [would|have|had|were|are|want|need|bought|ordered|booked|paid|asked|got|moved|tried|already|did|get|also] @echo @statement; you would like|want|need a|to|the|your @echo @statement
  +++ you were|have_been|got|are charged|told|billed|sent|asked|left|promised|given|waiting|without|on|stuck @echo @statement; got it @echo; i see the|your|you|that|an|two|from; so to|it_is|that_is|you|the|your @question; is that right|correct; right $ @question; correct $ @question
  ++ @echo @first @statement; @echo @short; sounds like you|the|your|it; your|the ... is|was|are|were|has|have|did @echo @first; it is about|only|the @echo; what you need|want|are
  + ^ you @statement; @echo; that is # @echo; so
  -- i have|will|can|could|would|am; we have|will|can|could|are|do; please|try; sorry; thank|thanks; if; {bad}; because; should; will; need
  - @long; @last; can; @number @question
  --- you can|could|should|will|need|must|may|might; @command
  `,
);

export const checkResolved = readCues(
  'check-resolved',
  `
  ++++ {aux} it|that|this|everything|they|all|both|things .. working|work|works|fixed|sorted|help|better|solved|resolved|ok|fine|go|went|appear|show|through|loading|load|gone|clear|cleared|stopped @question; did that|it|this [do|help|work|fix|solve|sort|come|go] @question
  ++++ does that|this|it [now] help|answer|make|cover|sort|work|solve|look|fit|sound|show|suit @question; that [all] make|makes|answer|answers|help|helps|cover|covers|work|works @question; is that|it|everything|all|the .. ok|clear|alright|better|right|good|fine|what_you|working|now|back|sorted @question
  +++ let me|us know if|whether|how|when it|that|this|you|the .. works|work|helps|help|help*|resolved|solved|went|goes|get_on|arrives|arrived|comes|shows|fixed|still|does|problem; let me|us know how|if_that|whether; tell me [what|if|whether|how|when] .. works|happens|see|shows|light|says|gone|still|now|working|feels|it|goes; see if that|it|this|the|you
  +++ working|works|fixed|gone|sorted|back|better|solved|clear|ok|fine|show|shows|see .. now|again|yet @question; any change|better|luck|improvement|joy|difference @question; can|could you see|open|log|get|hear|print|send|find|feel .. now|it|in|again @question; what do|does you|it|the see|show|say|happen|light @question; how is|are|did|has it|that|the|things|everything|your .. now|go|going|since|looking|feeling|been|get @question; happy with @question; are you happy|able|all_set|ok|sure @question; do the trick|that @question
  ++ all good|sorted|set|clear|done|ok|working @question; got it @question; has|have|did the|your .. gone|come|arrived|changed|stopped|cleared|come_through|appeared|turned|finished|started @question; still .. @question; did|have you get|got|manage|managed|receive|received|try|tried @question @waited; would you [check|try|test] .. now|again|whether|if; could|can you [please|just|now] check|try|test .. again|now|once|if|whether|it @question; try|check|refresh|reload|restart .. and|to let|tell|see|check|confirm .. if|know|whether; before i close; since we|i|the|our @question; confirm .. works|working|received|resolved|ok|fixed; ok for|with|by you @question; good $ @question; make sense @question; sound ok|good|right|fair @question
  + now|again|yet @question; @question @solved; @question @last; ok @question; try .. again|now|once
  -- anything else|more|further; do you have|want|need @question; which|where|who|when @question; how can; would you like|prefer|rather @question; name|number|address|email|date @question; have you tried|checked @question @opening; @opening @question @first
  - what @question
  `,
);
