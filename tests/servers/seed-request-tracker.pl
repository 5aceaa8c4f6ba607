# Fills a fresh Request Tracker: people, tickets with replies, a comment among staff, a merge, an attachment. Prints the
# token of the agent as the last line.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use Encode;
use MIME::Entity;
use RT;
RT::LoadConfig();
RT::Init();

my $system = RT->SystemUser;
my $queue = RT::Queue->new($system);
$queue->Load('General');

sub user {
    my %given = @_;
    my $user = RT::User->new($system);
    my ($ok, $message) = $user->Create(%given);
    die $message unless $ok;
    return $user;
}
my $agent = user(Name => 'ben', RealName => 'Ben Hale', EmailAddress => 'ben@shop.example', Privileged => 1);
my $customer = user(Name => 'ann@post.example', RealName => 'Ann Weller', EmailAddress => 'ann@post.example', Privileged => 0);

for my $right (qw(SeeQueue ShowTicket ShowTicketComments ReplyToTicket CommentOnTicket ModifyTicket CreateTicket OwnTicket)) {
    my ($ok, $message) = $agent->PrincipalObj->GrantRight(Right => $right, Object => $queue);
    die $message unless $ok;
}
for my $right (qw(ManageAuthTokens AdminUsers)) {
    my ($ok, $message) = $agent->PrincipalObj->GrantRight(Right => $right, Object => $RT::System);
    die $message unless $ok;
}

for my $right (qw(CreateTicket ReplyToTicket SeeQueue)) {
    my ($ok, $message) = $customer->PrincipalObj->GrantRight(Right => $right, Object => $queue);
    die $message unless $ok;
}

sub words { return MIME::Entity->build(Type => 'text/plain', Charset => 'UTF-8', Data => [$_[0]]) }

sub ticket {
    my ($subject, $mime) = @_;
    my ($id, undef, $message) = RT::Ticket->new(RT::CurrentUser->new($customer))->Create(
        Queue => $queue->id, Subject => $subject, Requestor => 'ann@post.example', MIMEObj => $mime,
    );
    die $message unless $id;
    my $seen = RT::Ticket->new(RT::CurrentUser->new($agent));
    $seen->Load($id);
    return $seen;
}

my $lamp = ticket('Broken lamp', words("My lamp is broken and I am really upset about it.\n"));
$lamp->Comment(MIMEObj => words("Between us: she has waited since Monday.\n"));
$lamp->Correspond(MIMEObj => words("I am sorry that your lamp broke, Ann. A new one goes out today.\n"));

my $mail = MIME::Entity->build(Type => 'multipart/mixed');
$mail->attach(Type => 'text/plain', Charset => 'UTF-8', Data => [Encode::encode('UTF-8', "Here is a picture of the \x{e9}tag\x{e8}re.\n")]);
$mail->attach(Type => 'image/png', Filename => 'shelf.png', Encoding => 'base64', Data => ['not really a picture']);
ticket('Shelf', $mail);

my $twice = ticket('Lamp again', words("I write again about the lamp.\n"));
my ($merged, $why) = $twice->MergeInto($lamp->id);
die $why unless $merged;

ticket('Open question', words("Where is my order? I have waited for a week.\n"));

my $token = RT::AuthToken->new($system);
my (undef, undef, $secret) = $token->Create(Owner => $agent->id, Description => 'Rapport');
print "$secret\n";
