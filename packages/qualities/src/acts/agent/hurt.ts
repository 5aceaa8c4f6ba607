/** What hurts: dismiss, rush, mirror hostility, unexplained jargon. */
import { readCues } from '../cue.ts';

export const dismiss = readCues(
  'dismiss',
  `
  ++++ calm down; [stay|remain|be|keep] calm; sorry [that] you feel|felt; sorry if you|any|there|that; [it|that] is only|just a|the|how|one|four|money|part; not [that|such|really|a|the] [a|big|bad|serious|hard|urgent|worst|end] [deal|problem|issue|of_the_world]; no big deal; no need to [be|get|worry|panic|shout|report|make]; these things happen; mistakes happen; things happen; it happens; everyone|everybody else|has|gets|thinks|is; most people|customers|of; take it or; relax; overreact*; as [i|we] [have|already|previously] [already|said|explained|told|mentioned|stated|stated_before]; already explained|told|said|answered; as [already|previously] explained|stated|mentioned; noted; we note; your|this feedback|comments|complaint|concerns has|have|will|is been|be noted|logged|passed|forwarded|taken
  +++ that is [just|simply|how|life|normal|the] [how|the|it|life|way|what|standard|normal]; is [perfectly|completely|quite|totally|absolutely] normal|standard|fine; nothing to worry|be_done|more|else; there is nothing [more|further|else|wrong|i|we]; rest assured; please be assured|understand|be_patient; we are confident; i would not worry|lose; other customers|people; you will|have to just|live|get_over|accept|wait; patience; be patient; just|simply wait|be|give|use; be reasonable|realistic; dramatic|drama|fuss; sensitive; as i am sure; bear in mind; we get a lot|this|that|these|hundreds; we have had no; have you tried turning; well $; whatever; cheer up; bright side; could be worse; worse things; not my|our problem; up to you; if you say; that is your; it is your; like i said; first world; only # ; so what; move on; big picture; standard procedure|practice|process; happens [to|all|sometimes|a_lot]
  ++ only a|#|two|one; just a|the|one @statement; normal; busy; it is what; we do not|can_not comment; nothing we|i can; we take ... seriously; not affected; works [fine] for|here|on; it says; simply; there is a form; read the; can_not do anything; very busy; as stated; high volume; your call|opinion|complaint
  + just|only; as; well; not; fine
  --- sorry; apolog*; @question; i|we will|have|can; thank|thanks; if; i understand [how|why]; worth|right to; not just|only; no need to apologise|be_sorry; let me; just to; just a|one moment|second|sec|minute; let us; i am; just got; please; can; you can; would; on; to; my; will; just let; worry about that; our; we; for; i
  - @long; @number; @command
  `,
);

export const rush = readCues(
  'rush',
  `
  ++++ [will|can|now|going|gonna|to|am|and|be|was|must|have_to|should] close|closing|end|ending|disconnect|mark|wrap [this|the|your|it] [chat|case|ticket|conversation|call|up|now|as|thread|case_now]; close|closing|end|ending this|the|your|it [chat|case|ticket|conversation|call|off|now|out]; other customers|people|chats|calls|tickets; people behind; queue behind|here|is; next customer|caller|chat|person; quick*|faster|hurry|speed; in a hurry; not got|have all day; i have [got] # other|minutes|more|chats|calls|people; i have [got|a] [a|other|four|more|lots|many|few] [queue|other|customers|chats|calls|meeting|more|waiting|people]; be|make|keep [it|this|that] brief|quick|short; get to the|on; yes or no; right away or; only # minutes; if|unless [there|that] [is|are] [nothing|no|not|all] [else|more|further|anything]; are we done|finished; so are we; short version; limited time; no reply; not heard|responded|reply|responding|response; inactiv*; last chance; decide; running out; have to go|run|leave; we|i need to move|get; still there; come on; is that all; just pick|answer|click|choose; skip|move; one question; anyway; have you decided; time is up
  ++ so can|could|shall|may we|i; ok bye; sorted @question; done @question; all clear; that covers; let us|just [move|get|wrap|be]; asap|immediately|now or; please be|respond|reply|answer quickly|promptly|now|within; waiting for you; as i|quickly; close; if you could|can just; # minutes; other; enough; next; @tiny @question
  + now; just; quick; ok; anything else; minutes
  --- thank|thanks; sorry; take your time; no rush; no hurry; at your; i will|have_been|can; we will; would you like; close by|to|at|the_app|the_lid|all|it_and|down|your_browser|the_door; before i|we close; closed; ^ ok_so; feel free; bear with; end of; @troubled @first; if you need|have; give me|us; will|let me; in the end; your account; quickly as; and check; settings; will take; close your|the|all; i am
  -- @command; @long; have|has been; is that ok; you
  - @statement; let me know
  `,
);

export const mirrorHostility = readCues(
  'mirror-hostility',
  `
  ++++ {profanity}; {insult}; take that tone; your attitude|tone|language|threats|tantrum; with that attitude|tone; go somewhere|elsewhere|ahead_and; find another|someone|yourself; be [so] rude|nasty|sarcastic|childish; shout|shouting|yell|yelling|swear|screaming; excuse me for; do you feel better; bravo; congratulations you; good riddance; boo hoo; boomer; oh [well|dear|please|wow|really|great|bravo|i_am_sorry]; well excuse; speak|talk|spoken to me like; same to you; speak for yourself; do it yourself; do my job; like you|yours; what do|did you expect; your problem; learn to|how; if you are [so|unhappy|not|that] [unhappy|happy|smart|clever]; you are welcome to [find|leave|go|try|take]; grow up; get a life; mind reader; so clever|smart; clearly you|reading|not|someone; in small words; slowly so; let me type|spell; how original; nice language; never heard that|of
  +++ [very|so|how|really] mature; wow; get this straight; believe me; your majesty|highness; first world; not my [problem|fault|job] @brief; ^ oh; ^ well @question; seriously; finished @question; maybe [if|you|read|try|learn|next]; perhaps you; obviously you; if only you; some of us; i do not [have|care|get_paid]; i did not ask; i am not your|paid|a; i could say; people like you; you people|guys; whatever; i know better; better than; you must|really|clearly|obviously [be|think]; did you even; do you even|really|think; why do_not you; so what; sue us; as you wish; cry; funny; treat people; do not you
  ++ you @bang; better things; rude; please yourself; you [always|never]; you and; for a|the % ; ever; like a; you really; your [own|little]; be my guest; lucky; we too; too bad; tough; surprised
  + you; your; well; @bang; @question; oh; so
  --- i|we will|have|can|could; please; thank|thanks @statement; sorry; if you need; would you like; order|refund|account|number|email|app; let me|us; help; hi|hello; understand; we; our; check; can; know if; tomorrow; are you still; could; for you; your {personal}; may; i see; is it; do you have|want; what is|was your|the; happy; on the; with; {wh} you; let; oh no; refund; by
  -- the; @long; it; any; at; a; and; to; be; is; i
  `,
);

export const jargon = readCues(
  'jargon',
  `
  +++ sku|eta|sla|crm|etd|kyc|isp|cpe|dhcp|dns|apn|imei|imsi|onu|ont|ip|mac|rma|doa|oow|poa|psp|sso|mfa|api|iban|swift|sepa|bic|ach|mcc|arn|pnr|iata|awb|pod|doc|tat|fcr|l1|l2|l3|t2|tier|sev3|p1|p2|p3|p4|nps|csat|fnol|ncd|bau|har|env|config|oauth|webhook|vpn|vlan|lan|wan|ssid|firmware|provisioning|provisioned|reprovision|re-provision|backend|frontend|cron|sync|cache|token|handshake|endpoint|latency|packet|ping|port|nat|mtu|snr|dslam|olt|gpon|pppoe|ota|bootloader|kernel
  +++ consignment|manifested|inducted|linehaul|hub|depot_scan|subro|subrogation|tranche|accrual|ledger|suspense|nominal|reconcil*|escrow|indemnity|deductible|excess|underwriting|underwriter|proration|prorat*|pro_rata|chargeback|dunning|settlement|clearing|auth_hold|pre-auth|preauthorisation|remittance|reversal|fulfilment|backorder|b/o|allocation|decommission*|deprovision*|tariff_code|cutover|rollback|ticket_ref|queue_code|wfm|triage*|escalation_path|workflow|rtb|uat|sandbox|tenant|parent|dupe|legacy|ticketing|code_#|error_code|form_#|reason_code|status_code|disposition
  ++ our|the|in backend|system|crm|erp|wms|oms; batch|job|cycle|run; tier # ; section|clause|article # ; flag|flagged|status code|pending|hold; per the|our|policy sop|process|guideline; logistics; provision*; config*; node|server|gateway|module|interface|protocol|parameter|instance|queue|threshold|carrier|node
  + system; code; process; status; internal; department
  -- @question; thank|thanks; sorry; which is|means; that is the; means; is the; called; your ip; i_will call|ring; in plain; {days}; hi|hello|dear
  - @short; i; you
  `,
);
