package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// The members of a demo union: as many, and as many women, as its sections' figures say. Everybody is invented; what
/// is invented about one person depends on the member number alone.
final class DemoMembers {
    static final String SOURCE = "Dữ liệu minh họa";

    private DemoMembers() {}

    static List<MemberForm> of(DemoUnion union) {
        List<MemberForm> members = new ArrayList<>();
        for (Section section : Section.of(union)) {
            for (int seat = 0; seat < section.members(); seat++) {
                members.add(member(union, section, seat, members.size() + 1));
            }
        }
        return members;
    }

    private static MemberForm member(DemoUnion union, Section section, int seat, int number) {
        String memberNumber = String.format(Locale.ROOT, "%s-%04d", union, number);
        Random random = new Random(DemoIds.seed(memberNumber));
        Gender gender = section.isWomans(seat) ? Gender.FEMALE : Gender.MALE;
        String people = union.region().people(random);
        Region.Origin origin = union.region().origin(random);
        Career career = Career.invent(union, gender, seat < 2, random);
        Post post = Post.of(section, seat, career, random);
        // Of some older records only the year of birth is known.
        boolean onlyYear = random.nextInt(20) == 0;
        return new MemberForm(
                DemoIds.of("member/" + memberNumber),
                section.id(),
                Names.invent(union.region(), people, gender, random),
                new MemberForm.Birth(career.born().getYear(), onlyYear ? null : career.born()),
                gender,
                post.category(),
                post.position(),
                post.judicialTitle(),
                post.education(),
                post.politicalTheory(),
                origin.place(),
                career.joined(),
                later(career.joined(), section.since()),
                memberNumber,
                citizenId(origin, gender, career.born().getYear(), serial(union, number)),
                address(union, random),
                phone(union, number),
                memberNumber.toLowerCase(Locale.ROOT) + "@example.org",
                religion(random),
                people,
                career.party(),
                SOURCE);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /// A number below 1,000,000 that no other member of the demo has; neighbours lie far apart.
    private static int serial(DemoUnion union, int number) {
        return (int) ((union.numbersFrom() + number) * 617_371L % 1_000_000L);
    }

    /// Twelve digits: place of registration, century and sex, year of birth, serial number. All were born before 2000.
    private static String citizenId(Region.Origin origin, Gender gender, int year, int serial) {
        int sex = gender == Gender.FEMALE ? 1 : 0;
        return String.format(Locale.ROOT, "%s%d%02d%06d", origin.code(), sex, year % 100, serial);
    }

    private static String address(DemoUnion union, Random random) {
        return "Số " + (1 + random.nextInt(300)) + ", đường Minh Họa, "
                + union.region().seat();
    }

    private static String phone(DemoUnion union, int number) {
        return String.format(Locale.ROOT, "0900%06d", union.numbersFrom() + number);
    }

    private static String religion(Random random) {
        int lot = random.nextInt(100);
        if (lot < 6) {
            return "Phật giáo";
        }
        return lot < 9 ? "Công giáo" : "Không";
    }
}
