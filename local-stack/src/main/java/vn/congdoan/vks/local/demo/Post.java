package vn.congdoan.vks.local.demo;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What somebody is in the office, in the API's vocabulary.
record Post(
        String category,
        String position,
        String judicialTitle,
        String education,
        @Nullable String politicalTheory) {

    /// The post of a seat: the head's and the deputy's come first, the small office's helpers last.
    static Post of(Section section, int seat, Career career, Random random) {
        int fromEnd = section.members() - 1 - seat;
        if ((section.members() >= 8 && fromEnd == 0) || seat % 16 == 15) {
            return worker(random);
        }
        if (section.members() >= 8 && fromEnd <= 2) {
            return fromEnd == 1
                    ? new Post("CIVIL_SERVANT", "Văn thư", "CLERK", "COLLEGE", null)
                    : new Post("CIVIL_SERVANT", "Kế toán", "ACCOUNTANT", "BACHELOR", "PRIMARY");
        }
        boolean leads = seat < 2;
        String title = title(section, leads, career, random);
        return new Post(
                section.line() == LineOfWork.SCHOOL_OR_PRESS ? "PUBLIC_EMPLOYEE" : "CIVIL_SERVANT",
                position(section, seat),
                title,
                education(section, leads, random),
                politicalTheory(leads, career));
    }

    private static Post worker(Random random) {
        return new Post(
                "WORKER",
                random.nextBoolean() ? "Nhân viên phục vụ" : "Nhân viên bảo vệ",
                "OTHER",
                random.nextBoolean() ? "SECONDARY" : "VOCATIONAL",
                null);
    }

    private static String position(Section section, int seat) {
        return switch (seat) {
            case 0 -> section.head();
            case 1 -> "Phó " + section.head();
            default -> section.line() == LineOfWork.SCHOOL_OR_PRESS ? "Viên chức" : "Công chức";
        };
    }

    private static String title(Section section, boolean leads, Career career, Random random) {
        int years = career.service();
        return switch (section.line()) {
            case PROSECUTION -> leads || years >= 22 ? upperTitle(section) : procurator(years, random);
            case DISTRICT -> leads ? "PROCURATOR_INTERMEDIATE" : procurator(years, random);
            case INVESTIGATION -> investigator(leads, years);
            case OFFICE -> official(years);
            case SCHOOL_OR_PRESS -> "OTHER";
        };
    }

    /// The upper offices are central's; a province has no senior procurators but its leaders.
    private static String upperTitle(Section section) {
        return section.code().startsWith(DemoUnion.VKSTC.name()) ? "PROCURATOR_SENIOR" : "PROCURATOR_INTERMEDIATE";
    }

    private static String procurator(int years, Random random) {
        if (years >= 10 && random.nextInt(100) < 15) {
            return "EXAMINER_PRINCIPAL";
        }
        if (years >= 14) {
            return "PROCURATOR_INTERMEDIATE";
        }
        if (years >= 6) {
            return "PROCURATOR_PRIMARY";
        }
        return years >= 4 ? "EXAMINER" : "SPECIALIST";
    }

    private static String investigator(boolean leads, int years) {
        if (leads || years >= 20) {
            return "INVESTIGATOR_SENIOR";
        }
        if (years >= 12) {
            return "INVESTIGATOR_INTERMEDIATE";
        }
        return years >= 6 ? "INVESTIGATOR_PRIMARY" : "EXAMINER";
    }

    private static String official(int years) {
        if (years >= 22) {
            return "EXAMINER_SENIOR";
        }
        return years >= 10 ? "EXAMINER_PRINCIPAL" : "SPECIALIST";
    }

    private static String education(Section section, boolean leads, Random random) {
        int lot = random.nextInt(100);
        if (section.line() == LineOfWork.SCHOOL_OR_PRESS && lot < 12) {
            return "DOCTOR";
        }
        return lot < (leads ? 60 : 25) ? "MASTER" : "BACHELOR";
    }

    private static @Nullable String politicalTheory(boolean leads, Career career) {
        if (leads) {
            return "ADVANCED";
        }
        if (career.service() >= 12) {
            return "INTERMEDIATE";
        }
        return career.service() >= 5 ? "PRIMARY" : null;
    }
}
