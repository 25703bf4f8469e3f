package org.plainline.answering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.answering.Judgement.Verdict;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.Knowledge;
import org.plainline.knowledge.Match;
import org.plainline.knowledge.Section;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.Need;
import org.plainline.resident.OtherLanguages;
import org.plainline.resident.Place;
import org.plainline.resident.Places;
import org.plainline.resident.Urgency;
import org.plainline.resident.Wording;

/** Decides what there is to say to a question: an answer, a question back, a person, or that nothing is known. */
public final class Answers {
    private static final int CHOICES = 3;

    /** From so much on a text asks for a section of whatever is meant, and is no name of a place or an article. */
    private static final double ASKING = -4;

    /** A text of which an article holds more is in that article's language. */
    private static final double SAME_LANGUAGE = 0.4;

    /** Where only words tell, the open topic may be so far down the matches of a follow-up question. */
    private static final int FOLLOWED = 4;

    private final Knowledge knowledge;
    private final Places places;
    private final Clock clock;
    private final Wording wording = Wording.of("answering");
    private final Renderer renderer = new Renderer(wording);
    private final CrisisNumbers numbers;
    private final DangerWatch dangerWatch;
    private final PersonWish personWish = new PersonWish(wording);
    private final OtherLanguages otherLanguages = new OtherLanguages();

    /** @param clock in the offices' own zone: what is in force or due for review today is meant as they have it */
    Answers(Knowledge knowledge, CrisisFile crisis, Places places, Clock clock) {
        this.knowledge = knowledge;
        this.dangerWatch = new DangerWatch(knowledge);
        this.numbers = new CrisisNumbers(crisis, wording);
        this.places = places;
        this.clock = clock;
    }

    /** Never throws, whatever the text; only its first 1,600 characters are considered. */
    public Answer answer(Question question) {
        String text = question.considered();
        Language language = question.inLanguage();
        Optional<Danger> danger = dangerWatch.in(text, language);
        Answer answer = personWish.in(text) ? new Answer.Person(language) : find(text, language, question, danger);
        return danger.<Answer>map(its -> numbers.before(answer, its, language, question.channel()))
                .orElse(answer);
    }

    /** Why the text is answered as it is. */
    public Explanation explain(Question question) {
        String text = question.considered();
        Language language = question.inLanguage();
        List<Match> matches = knowledge.find(text, language, Judgement.MATCHES);
        boolean meant = !matches.isEmpty() && matches.getFirst().meant();
        Judgement judgement = judged(text, language, question.channel(), matches);
        return new Explanation(
                matches,
                meant ? Evidence.of(text, matches).measured() : Map.of(),
                judgement,
                goingOn(text, language, open(question), judgement, matches)
                        .map(Explanation.GoesOn::of)
                        .orElse(null));
    }

    private Judgement judged(String text, Language language, Channel channel, List<Match> matches) {
        return knowledge.isOutside(text, language)
                ? Judgement.OUTSIDE
                : Judgement.of(text, channel, matches).on(today(), matches);
    }

    /** What the words say about danger: known in microseconds, whatever else is down. */
    public Optional<Urgency> urgency(String text) {
        return dangerWatch.inWords(text).map(Danger::urgency);
    }

    /** What the text says about danger, in so many words or in what it means. */
    public Optional<Urgency> urgency(String text, Language language) {
        return dangerWatch.in(Question.considered(text), language).map(Danger::urgency);
    }

    /** True for "let me talk to somebody" and the like. */
    public boolean wantsPerson(String text) {
        return personWish.in(text);
    }

    /**
     * The answer about a topic that was chosen from an offer, grounded or withheld; empty when the article is gone
     * meanwhile or not in force today.
     *
     * @param section code of the only section that is wanted; null for the article as a whole
     * @param place id of the place it is about; null when that is not known
     */
    public Optional<Answer> topic(
            String topic, @Nullable String section, Language language, Channel channel, @Nullable String place) {
        return inForce(topic, language)
                .map(article -> rendered(article, section == null ? null : Section.Kind.of(section), place, channel));
    }

    /**
     * Codes of the sections that come after one, for who wants to hear on.
     *
     * @param section null after the short answer, which says what it is and who may get it
     */
    public static List<String> sectionsAfter(@Nullable String section) {
        List<Section.Kind> all = List.of(Section.Kind.values());
        int next = section == null ? all.indexOf(Section.Kind.HOW) : all.indexOf(Section.Kind.of(section)) + 1;
        return all.stream().skip(next).map(Section.Kind::code).toList();
    }

    /**
     * The section that a text asks for, by its code, when it asks for one of whatever article is meant and names none;
     * empty for every other text.
     *
     * @param offered topics of which one may be meant, at least one
     */
    public Optional<String> sectionOfAny(String text, List<String> offered, Language language) {
        return inForce(offered.getFirst(), language)
                .flatMap(article -> knowledge.followUp(text, article.topic(), language))
                .filter(followUp -> followUp.lead() >= ASKING)
                .flatMap(followUp -> Optional.ofNullable(GoingOn.sectionOf(followUp)))
                .map(Section.Kind::code);
    }

    /** Every article that can be given today. */
    public List<Answer.Offer> all(Language language) {
        return knowledge
                .articles(language)
                .filter(article -> article.inForceOn(today()))
                .map(Answers::offer)
                .toList();
    }

    /** Those of the topics, in their order, that can be chosen today. */
    public List<Answer.Offer> offers(List<String> topics, Language language) {
        return topics.stream()
                .flatMap(topic -> inForce(topic, language).stream())
                .map(Answers::offer)
                .toList();
    }

    private Optional<Article> inForce(String topic, Language language) {
        return knowledge.article(topic, language).filter(article -> article.inForceOn(today()));
    }

    /** The id of the place that a text names. */
    public Optional<String> place(String text) {
        return places.in(text).map(Place::id);
    }

    /** What a text says beside the place that it names; empty when it names none. */
    public Optional<String> besidesPlace(String text) {
        return places.beside(text);
    }

    private @Nullable String place(String text, Question question) {
        return place(text).orElse(question.place());
    }

    /** With the values of the place, where there are some; whoever serves one place only need not be told which. */
    private Answer rendered(Article article, Section.@Nullable Kind section, @Nullable String place, Channel channel) {
        String known = place == null && places.all().size() == 1
                ? places.all().getFirst().id()
                : place;
        return renderer.answer(knowledge.inPlace(article, known), section, channel, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What people call the benefits, most frequent topics first: speech recognition listens for these. */
    public List<String> words(Language language, int limit) {
        return knowledge
                .articles(language)
                .limit(limit)
                .map(Article::words)
                .flatMap(Collection::stream)
                .distinct()
                .limit(limit)
                .toList();
    }

    private Answer find(String text, Language language, Question question, Optional<Danger> danger) {
        List<Match> published = knowledge.find(text, language, Judgement.MATCHES);
        Optional<Answer> other = inOtherLanguage(text, language, question.channel(), published);
        if (other.isPresent()) {
            return other.get();
        }
        LocalDate today = today();
        Judgement judgement = judged(text, language, question.channel(), published);
        if (judgement.verdict() == Verdict.OUTSIDE) {
            return new Answer.NotCovered(language, judgement.confidence());
        }
        List<Match> matches = published.stream()
                .filter(match -> match.article().inForceOn(today))
                .toList();
        Optional<Match> clear = judgement.verdict() == Verdict.ANSWER
                ? Optional.of(matches.getFirst())
                : danger.flatMap(its -> nearestHelp(its.urgency(), judgement, matches));
        // In danger nothing else is told than what is asked for.
        Optional<GoingOn> goingOn =
                danger.isPresent() ? Optional.empty() : goingOn(text, language, open(question), judgement, published);
        String place = place(text, question);
        if (goingOn.filter(GoingOn::isLikely).isPresent()) {
            GoingOn its = goingOn.get();
            return sure(its.likely(), rendered(its.open(), its.section(), place, question.channel()));
        }
        if (clear.isPresent()) {
            return sure(judgement.confidence(), rendered(clear.get().article(), null, place, question.channel()));
        }
        if (judgement.verdict() != Verdict.OFFER) {
            return new Answer.NotCovered(language, judgement.confidence());
        }
        Optional<GoingOn> possible = goingOn.filter(GoingOn::isPossible);
        return new Answer.Choice(
                language,
                offers(possible.map(GoingOn::open), matches),
                possible.map(GoingOn::sectionCode).orElse(null),
                judgement.confidence());
    }

    /** Not on the phone: what is heard there was taken for one of the service's languages, and it speaks no other. */
    private Optional<Answer> inOtherLanguage(String text, Language language, Channel channel, List<Match> matches) {
        boolean known = matches.stream().anyMatch(match -> match.coverage() > SAME_LANGUAGE);
        return known || channel == Channel.VOICE
                ? Optional.empty()
                : otherLanguages.sentence(text).map(sentence -> new Answer.OtherLanguage(language, sentence));
    }

    /**
     * In danger nobody chooses from a list: somebody who is harmed is told, after the crisis line, what there is for
     * safety.
     */
    private static Optional<Match> nearestHelp(Urgency urgency, Judgement judgement, List<Match> matches) {
        return judgement.verdict() != Verdict.NOT_COVERED && urgency.needsSafety()
                ? matches.stream()
                        .limit(CHOICES)
                        .filter(match -> match.article().need() == Need.SAFETY)
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Article> open(Question question) {
        return Optional.ofNullable(question.topic()).flatMap(topic -> inForce(topic, question.inLanguage()));
    }

    /** Whether a text ("how long does it take") goes on about the open article; empty when there is none. */
    private Optional<GoingOn> goingOn(
            String text, Language language, Optional<Article> open, Judgement judgement, List<Match> matches) {
        if (open.isEmpty() || matches.isEmpty()) {
            return Optional.empty();
        }
        Article article = open.get();
        return knowledge
                .followUp(text, article.topic(), language)
                .map(followUp -> GoingOn.of(article, text, followUp, judgement.confidence(), matches))
                .or(() -> matches.stream()
                        .limit(FOLLOWED)
                        .filter(match -> match.article().topic().equals(article.topic()))
                        .filter(_ -> judgement.verdict() != Verdict.ANSWER && judgement.verdict() != Verdict.NOT_TODAY)
                        .findFirst()
                        .map(_ -> GoingOn.byWords(article)));
    }

    private static Answer sure(double confidence, Answer answer) {
        return answer instanceof Answer.Grounded grounded ? grounded.with(confidence) : answer;
    }

    /** @param open what was talked about, where it may be meant */
    private static List<Answer.Offer> offers(Optional<Article> open, List<Match> matches) {
        return Stream.concat(open.stream(), matches.stream().map(Match::article))
                .map(Answers::offer)
                .distinct()
                .limit(CHOICES)
                .toList();
    }

    private static Answer.Offer offer(Article article) {
        return new Answer.Offer(article.topic(), article.title(), article.need());
    }
}
