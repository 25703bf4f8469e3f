package org.plainline.knowledge;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spells out what people shorten in English text messages, and leaves out what only fills a pause. */
final class Texting {
    private static final Pattern WORD = Pattern.compile("[a-z0-9']+");

    private static final Map<String, String> SPELLED_OUT = spelledOut("""
            u you
            ur your
            urs yours
            r are
            n and
            y why
            k okay
            c see
            b be
            2day today
            2moro tomorrow
            2mrw tomorrow
            tmrw tomorrow
            tmr tomorrow
            tomoz tomorrow
            2nite tonight
            tonite tonight
            b4 before
            gr8 great
            l8 late
            l8r later
            w8 wait
            m8 mate
            any1 anyone
            some1 someone
            every1 everyone
            no1 nobody
            sum1 someone
            thx thanks
            tnx thanks
            ty thank you
            thanx thanks
            pls please
            plz please
            pleez please
            abt about
            bout about
            acct account
            addr address
            appt appointment
            apt apartment
            asap as soon as possible
            bc because
            bcoz because
            bcuz because
            coz because
            cuz because
            cud could
            cld could
            shud should
            shd should
            wud would
            wld would
            da the
            dat that
            dem them
            dey they
            diff different
            dis this
            dnt don't
            dont don't
            doesnt doesn't
            didnt didn't
            cant can't
            wont won't
            isnt isn't
            im i'm
            ive i've
            hes he's
            shes she's
            thats that's
            whats what's
            wats what's
            gd good
            gona going to
            gonna going to
            gov government
            govt government
            gotta have to
            hafta have to
            wanna want to
            hv have
            hav have
            hve have
            hosp hospital
            hrs hours
            hr hour
            info information
            juz just
            jus just
            lil little
            lotsa lots of
            mins minutes
            mnth month
            mth month
            mths months
            mnths months
            msg message
            nd and
            nething anything
            nuthin nothing
            nvr never
            ofc of course
            outta out of
            ppl people
            prob problem
            probs problems
            rcv receive
            rly really
            rite right
            sch school
            sez says
            sis sister
            bro brother
            tel telephone
            tho though
            thru through
            til until
            tru true
            w with
            wat what
            wen when
            wer where
            wher where
            whr where
            wif with
            wid with
            wit with
            wk week
            wks weeks
            wkly weekly
            wknd weekend
            wrk work
            wt what
            ya you
            yr year
            yrs years
            yest yesterday
            bday birthday
            bk back
            ckd checked
            dr doctor
            frm from
            fwd forward
            gf girlfriend
            bf boyfriend
            hubby husband
            mny money
            nxt next
            pymt payment
            pmt payment
            rcvd received
            reg registered
            """);

    private static final Pattern FILLER =
            Pattern.compile("\\b(?:u+m+|u+h+|e+r+m+|h+m+|mm+|ah+|you know|i mean|sort of|kind of)\\b[,.]*");

    private Texting() {}

    private static Map<String, String> spelledOut(String lines) {
        Map<String, String> words = new HashMap<>();
        lines.lines()
                .map(line -> line.split(" ", 2))
                .filter(entry -> entry.length == 2)
                .forEach(entry -> words.put(entry[0], entry[1]));
        return Map.copyOf(words);
    }

    /** @param folded a text that went through {@link Folding} */
    static String spellOut(String folded) {
        String said = FILLER.matcher(folded).replaceAll(" ");
        return WORD.matcher(said)
                .replaceAll(word -> Matcher.quoteReplacement(SPELLED_OUT.getOrDefault(word.group(), word.group())));
    }
}
