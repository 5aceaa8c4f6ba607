/** What an agent sets in motion: promise, transfer, ask to wait. */
import { readCues } from '../cue.ts';

export const promise = readCues(
  'promise',
  `
  ++++ i|we|he|she|they will [also|personally|then|let|be|have|get|keep|just|now|and] {callback}; i|we will let you|u know; i|we will keep you|an_eye|your; i will be back|in_touch|there; you will [also|then|now] hear|have|receive|get|see|be_contacted|find ... {days}|#; will get back; get back to you; will be in touch|with; hear from us|me|them
  +++ i|we|he|she|they will|shall ... {days}; i|we will [also|personally|then|now|just|go] %; i am|we_are going to; will [be] {callback}|sent|send|follow|contacted|refunded|credited|shipped|replaced|called|posted|delivered|here|there @statement; i promise; you have my word; i|we will make sure|see_to|ask|check|chase|find|speak|talk|pass|look|raise|put|take|tell|note|bring|do|add|stay|send; by {days}|#|the_end|end_of @statement; within # {days}|working|business; as soon as .. i|we|it|he|she|they; the moment|minute|second i|we|it|there|they|you; once .. i|we will; {days} at the_latest; latest
  ++ i [personally] % you|it|this tomorrow|tonight|today|on_monday|on_friday|later; goes out|back|to_you {days}|on|tomorrow|with|this; comes|come|leaves|arrives|ships|starts on|tomorrow|today|tonight|{weekday}; expect|receive it|a|the|an|your ... {days}; in|within the next|# {days}|few|couple|hours|working; i am|we_are sending|calling|ringing|bringing|coming|writing; will; update you; i|we will_not|will_not bother|let|forget|leave|close|go; send me|us|it ... and i|we will; if ... i|we will; then i|we will; let you know; back to you; follow up
  + tomorrow|tonight|soon|shortly; {weekday}; i|we will; you will; this afternoon|evening|week|morning; going to; by #; asap
  -- @question; will be|is closed|open|closed|charged|required|applied|lost|cancelled; will not|never|need|cost|take|also_need|see|find|work|have_to; you will need|have_to|want|see|find|notice; it will; that will; let me|us know if; if you will; i will be honest; will do|help|work|be_ok; will you; i would; if it|you; weather; usually|normally|typically|standard; call|ring|write|email us|me; please; transfer|pass|put you|put_you_through; thank|thanks; will expire|renew|end|show|appear|ask; they will|he_will ask
  - @command; have|has been; was|were; @short; can; see you; have a; should; sorry
  `,
);

export const transfer = readCues(
  'transfer',
  `
  ++++ transfer|transferring|transferred; put you [straight] through|onto|on_to|in_touch; pass|passing|passed|hand|handing|handed|forward|forwarding|forwarded|refer|route|redirect|send|sending you|this|it|your_case|your|the [case|over|ticket|request|message|on|along|straight|details] to|over|on [the|our|my|a|to] [%|team|department|colleague|billing|specialist|specialists|manager|colleagues]; connect|connecting you; escalat* this|it|your|the|to; wrong|another|other|different|right|relevant|responsible|our|the|local department|desk
  +++ my|our|a colleague|supervisor|manager|specialist|team_lead|lead .. will|can|is|has|take|takes|look|who; the|our % team|department|desk|office .. can|will|handles|handle|deals|looks|would; you [will|would|should|need|have|can|may|must] [need|have|best] [to] contact|ask|call|ring|speak|talk|write|phone|check|email|reach; please [also] contact|call|ring|write|email|phone|ask|get_in_touch|reach|go|dm|visit the|our|them|your|my|0|to|support|%; contact|ask|call|ring|phone|email|speak|talk|write to|with|the|your|our|them .. team|department|bank|landlord|manufacturer|airline|support|billing|line|office|insurer|council|store|shop|provider|seller|carrier|courier|desk
  +++ not our|this|my|the department|line|desk|area|team; matter for|between|of|the; is|are the right|best person|people|place|team|one; their number; speak|talk to|with the|my|our|somebody|someone|a manager|supervisor|team|colleague|lead|specialist; get|getting my|our|a|the supervisor|manager|chef|colleague|lead; take over|that_up; in|into good hands; tier two|2; second line; give you the number; that would be|is|sits the|with|down|under ... team|billing|department|supplier|landlord|manufacturer|accounts; handled by; deals with that
  ++ 0800|0345|0141|08|18; colleague; team|department; billing; specialist; supervisor; manager; partner; number for
  - i; @question; have; thank|thanks; sorry; was; asked|told|spoke|spoken|checked; our team is; if; i have|our_team|the_team; let you know; here to
  -- i|we asked|have_asked|checked|spoke|spoken|have_told; team .. available|around; bank transfer; transfer the|of|your|fee; the team $; support team $; kind|best; feedback to; my colleague should|told|said|did|was|gave; data; photos; number on|is|of|for_your
  `,
);

export const askToWait = readCues(
  'ask-to-wait',
  `
  ++++ bear with; one|a|1 [quick] moment|second|sec|minute|mo; [just] a moment|sec|second|minute|mo|tick; hold on|please|the_line|for|tight|while; hang on|fire|tight|in; give me|us [just|another|about|a|until|two|#] [a|minute|moment|second|few|two|couple|bit|sec|#|more] [minutes|moments|seconds|minute|of|couple|ticks|more]; on hold; please [kindly] wait|hold|stand_by|stay|await; just [give|a|one|two|need] [me|#|two|minutes|minute|sec|moment|couple|second|bit]; [two|#|five|few|couple|ten|couple_of|three] [more] minutes|moments|seconds please|while|to|and|$; stay on|with|there|here|in_the_chat|put @statement; will not be|take long|a_mo|a_minute|more; stand by; sit tight; will_not be; one sec; back in|with_you in|a|shortly|soon|two; do not go away; right back; be right|with_you; while i|we check|look|find|get|open|speak|pull|see|ask|read|search|do|go
  +++ let me [just|quickly] check|pull|look|grab|see|find|open|note|ask|speak @short; may i|can_i|could_i|could_you|can_you|would_you .. hold|wait|put_you; your|for_your patience @statement; until tomorrow|monday|then|end; wait for|a|until|while|here|till; takes [me] a|about|two|#|another minute|moment|while|few|minutes|longer; may|might|will|could take [me] a|about|some|up|# ; checking; i am|still [just|still|now] checking|looking|waiting|opening|loading|reading|having_a_look|asking
  + minutes; moment; wait; patience; while; please
  -- thank|thanks; sorry .. wait|waited|waiting; days|weeks; instruct; @question what|which|when|how; waiting since|for|time|list|room; i have|had|was; wait was|is; you waited|have_waited|had_to_wait|were_waiting|to_wait|wait; within; by|business|working; hold both|down|the|it|handle|button; you for; last|this moment; press; for # seconds
  - @long; @question; seconds; until; will
  `,
);
