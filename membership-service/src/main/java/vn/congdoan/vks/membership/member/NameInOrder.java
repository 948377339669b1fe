package vn.congdoan.vks.membership.member;

import vn.congdoan.vks.platform.text.VietnameseText;

/// A name as lists order it and as search compares it.
///
/// @param given the last word, as order compares it; @param rest the words before
/// @param searchable all of it, without diacritics
record NameInOrder(String given, String rest, String searchable) {

    /// @param fullName in one line
    static NameInOrder of(String fullName) {
        int lastWord = fullName.lastIndexOf(' ') + 1;
        return new NameInOrder(
                VietnameseText.sortable(fullName.substring(lastWord)),
                VietnameseText.sortable(fullName.substring(0, lastWord).strip()),
                VietnameseText.searchable(fullName));
    }
}
