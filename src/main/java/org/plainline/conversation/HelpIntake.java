package org.plainline.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.DialogueState.Intake;
import org.plainline.conversation.DialogueState.Step;
import org.plainline.resident.Channel;
import org.plainline.resident.Need;
import org.plainline.resident.PhoneNumber;
import org.plainline.resident.Place;
import org.plainline.resident.Places;
import org.plainline.resident.Redaction;
import org.plainline.resident.Urgency;

/**
 * Takes a request for help in at most three turns: the need where it is not known from the talk, the place, and when to
 * call which number. Whatever cannot be understood twice is left to the caseworker: nobody is sent away by a form.
 */
final class HelpIntake {
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ ()-]{0,2}\\d){6,14}");
    /** Beyond the need, the place and the number, the caseworker asks; only in danger the time is asked for too. */
    private static final int MOST_QUESTIONS = 3;
    /** A button for each place helps only while they fit on a screen. */
    private static final int MOST_PLACE_BUTTONS = 8;

    private final Places places;
    private final Words words;
    private final Supplier<UUID> ids;
    private final Supplier<String> references;

    HelpIntake(Places places, Words words, Supplier<UUID> ids, Supplier<String> references) {
        this.places = places;
        this.words = words;
        this.ids = ids;
        this.references = references;
    }

    /** Opens a request with what is known from the talk so far, or goes on with the one that is kept. */
    Move open(Talk talk) {
        HelpRequest kept = talk.state().kept();
        HelpRequest request = kept == null
                ? opened(talk, null)
                : Requests.again(
                        Requests.withMore(kept, Redaction.of(talk.state().trouble())), talk.now());
        Step step = request.words().isEmpty() ? Step.NEED : Step.PLACE;
        return request.placeWords() == null
                ? ask(talk, Intake.first(step, request))
                : afterPlace(talk, Intake.first(Step.PLACE, request), request);
    }

    HelpRequest opened(Talk talk, @Nullable Urgency urgency) {
        return new HelpRequest(
                ids.get(),
                references.get(),
                talk.id(),
                talk.channel(),
                talk.language(),
                need(urgency, talk.state().need()),
                Redaction.of(talk.state().trouble()),
                null,
                null,
                talk.caller(),
                null,
                false,
                urgency,
                talk.now());
    }

    /**
     * What is said in the middle is a crisis: this very request becomes urgent. The words are taken where they can be
     * an answer; otherwise the question comes again, once, after the numbers to call.
     */
    Move alarm(Talk talk, Intake intake, String said, Urgency urgency) {
        HelpRequest request = raised(talk, intake.request(), urgency);
        if (intake.step() == Step.NEED) {
            return take(talk, intake.with(request), said);
        }
        HelpRequest told = Requests.withMore(request, Redaction.of(said));
        boolean answer = intake.misses() > 0
                || (intake.step() == Step.PLACE && places.in(said).isPresent())
                || numberIn(said).isPresent();
        return answer ? take(talk, intake.with(told), said) : asked(talk, intake.missed(told), "");
    }

    /**
     * The same request as a crisis. Of two kinds of danger the more urgent one counts, and violence before all, because
     * it says how to call without making it worse.
     */
    HelpRequest raised(Talk talk, HelpRequest request, Urgency urgency) {
        Urgency known = request.urgency();
        Urgency worse = known == null || outranks(urgency, known) ? urgency : known;
        return Requests.urgent(request, worse, need(worse, request.need()), talk.language(), talk.now());
    }

    private static boolean outranks(Urgency urgency, Urgency known) {
        return known != Urgency.VIOLENCE && (urgency == Urgency.VIOLENCE || urgency.compareTo(known) < 0);
    }

    private static Need need(@Nullable Urgency urgency, Need known) {
        return urgency != null && urgency.needsSafety() ? Need.SAFETY : known;
    }

    /** Whether this can be what was asked for: a key, a place or a number. */
    boolean expects(Intake intake, String said) {
        return Keypad.digit(said).isPresent()
                || (intake.step() == Step.PLACE && places.in(said).isPresent())
                || numberIn(said).isPresent();
    }

    /** @param said empty when nothing was heard */
    Move take(Talk talk, Intake intake, String said) {
        return switch (intake.step()) {
            case NEED -> need(talk, intake, said);
            case PLACE -> place(talk, intake, said);
            case NUMBER -> number(talk, intake, said);
            case TIME -> time(talk, intake, said);
        };
    }

    private Move need(Talk talk, Intake intake, String said) {
        HelpRequest request = intake.request();
        if (!said.isBlank() && Keypad.digit(said).isEmpty()) {
            request = Requests.withNeed(request, Redaction.of(said), request.need(), talk.language());
        }
        Optional<Place> place = places.in(said);
        return place.isPresent()
                ? afterPlace(
                        talk, intake, Requests.withPlace(request, place.get().id(), said))
                : ask(talk, intake.at(Step.PLACE, request));
    }

    private Move place(Talk talk, Intake intake, String said) {
        Optional<Place> place = places.in(said);
        if (place.isEmpty() && mayAskAgain(intake, said)) {
            HelpRequest unknown = Requests.withPlace(intake.request(), null, Redaction.of(said));
            return askAgain(talk, intake.missed(Requests.again(unknown, talk.now())));
        }
        String id = place.map(Place::id).orElse(null);
        String placeWords = Redaction.of(said.isBlank() ? "" : said);
        return afterPlace(talk, intake, Requests.withPlace(intake.request(), id, placeWords));
    }

    private Move afterPlace(Talk talk, Intake intake, HelpRequest request) {
        boolean withheld = talk.channel() == Channel.VOICE && request.number() == null;
        return ask(talk, intake.at(withheld ? Step.NUMBER : Step.TIME, request));
    }

    private Move number(Talk talk, Intake intake, String said) {
        Optional<PhoneNumber> number = numberIn(said);
        if (number.isEmpty() && mayAskAgain(intake, said)) {
            return askAgain(talk, intake.missed(Requests.again(intake.request(), talk.now())));
        }
        HelpRequest request = Requests.withNumber(intake.request(), number.orElse(null));
        if (number.isEmpty()) {
            return acknowledge(talk, request);
        }
        return intake.asked() < MOST_QUESTIONS || request.urgency() != null
                ? ask(talk, intake.at(Step.TIME, request))
                : acknowledge(talk, Requests.withTime(request, null, true));
    }

    private Move time(Talk talk, Intake intake, String said) {
        HelpRequest request = intake.request();
        Optional<PhoneNumber> number = numberIn(said);
        if (request.number() == null && words.matches("no-number", said)) {
            return acknowledge(talk, Requests.withTime(request, request.safeTime(), true));
        }
        if (number.isPresent()) {
            request = Requests.withNumber(request, number.get());
        }
        String time = time(talk, number.isPresent() ? NUMBER.matcher(said).replaceAll(" ") : said);
        HelpRequest timed = Requests.withTime(request, both(time, request.safeTime()), request.complete());
        boolean enough = timed.number() != null && timed.safeTime() != null;
        boolean answered = number.isPresent() || !time.isEmpty();
        return !(enough && answered) && mayAskAgain(intake, said)
                ? askAgain(talk, intake.missed(Requests.again(timed, talk.now())))
                : acknowledge(talk, Requests.withTime(timed, timed.safeTime(), enough || timed.complete()));
    }

    /** Silence was already answered by the call flow with a second chance; a third is never asked for. */
    private static boolean mayAskAgain(Intake intake, String said) {
        return intake.misses() == 0 && !said.isBlank();
    }

    /** One of the four options, or the resident's own words. */
    private String time(Talk talk, String said) {
        String words = said.replaceAll("\\s+", " ").replaceAll("^[\\s,,.。;;、]+|[\\s,,.。;;、]+$", "");
        return Keypad.digit(words)
                .flatMap(digit -> this.words.options(talk, "ask-time").stream()
                        .filter(option -> option.key().equals(digit))
                        .findFirst())
                .map(Reply.Option::label)
                .orElse(words.matches("\\d") || this.words.matches("thanks", words) ? "" : words);
    }

    /** What was said of the time before still counts, after what is said now: it may be what makes calling safe. */
    private static @Nullable String both(String time, @Nullable String before) {
        if (time.isEmpty() || (before != null && before.contains(time))) {
            return before;
        }
        return before == null ? time : time + "；" + before;
    }

    private static Optional<PhoneNumber> numberIn(String said) {
        Matcher number = NUMBER.matcher(said);
        return number.find() ? PhoneNumber.parse(number.group()) : Optional.empty();
    }

    private Move acknowledge(Talk talk, HelpRequest request) {
        PhoneNumber number = request.number();
        String reference = talk.channel() == Channel.VOICE
                ? String.join(" ", request.reference().split(""))
                : request.reference();
        String key = number == null
                ? "acknowledged.no-number"
                : request.safeTime() != null ? "acknowledged" : "acknowledged.no-time";
        String ending = number == null ? "" : number.ending();
        String time = request.safeTime() == null ? "" : request.safeTime();
        String whole = words.say(talk, key, reference, ending, time);
        // Whoever told a long story about when to call knows it already.
        String text = Words.fits(talk, whole) ? whole : words.say(talk, "acknowledged.as-said", reference, ending);
        Reply reply = new Reply(
                Reply.Kind.ACKNOWLEDGED,
                talk.language(),
                List.of(text),
                List.of(),
                List.of(),
                null,
                request.reference());
        // What is not urgent and has been told is finished: the next wish for a person is about something else.
        DialogueState state = talk.state().asking(null).keeping(request.urgency() == null ? null : request);
        return new Move(state, reply, request);
    }

    /** The same question once more because the resident asks for a person once more. */
    Move wantedAgain(Talk talk, Intake intake) {
        return asked(talk, intake.with(Requests.again(intake.request(), talk.now())), "");
    }

    private Move ask(Talk talk, Intake intake) {
        return asked(talk, intake, "");
    }

    private Move askAgain(Talk talk, Intake intake) {
        return asked(talk, intake, ".again");
    }

    /** The open question of an intake once more, after something else had to be said first. */
    Move asked(Talk talk, Intake intake, String variant) {
        Reply.Kind kind = switch (intake.step()) {
            case NEED -> Reply.Kind.ASK_NEED;
            case PLACE -> Reply.Kind.ASK_PLACE;
            case NUMBER -> Reply.Kind.ASK_NUMBER;
            case TIME -> Reply.Kind.ASK_TIME;
        };
        PhoneNumber number = intake.request().number();
        String unknown = intake.step() == Step.TIME && number == null ? ".number" : "";
        String text = words.say(talk, kind.code() + unknown + variant, number == null ? "" : number.ending());
        Reply reply = new Reply(kind, talk.language(), List.of(text), List.of(), options(talk, intake), null, null);
        return new Move(talk.state().asking(intake), reply, intake.request());
    }

    private List<Reply.Option> options(Talk talk, Intake intake) {
        if (intake.step() == Step.PLACE
                && talk.channel() == Channel.CHAT
                && places.all().size() <= MOST_PLACE_BUTTONS) {
            return places.all().stream()
                    .map(place -> place.name(talk.language()))
                    .map(name -> new Reply.Option(name, name))
                    .toList();
        }
        boolean byKey = intake.step() == Step.TIME && intake.request().number() != null;
        return byKey ? words.options(talk, "ask-time") : List.of();
    }
}
