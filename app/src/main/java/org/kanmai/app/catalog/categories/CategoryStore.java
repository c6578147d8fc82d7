package org.kanmai.app.catalog.categories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.categories.Category.Attribute;
import org.kanmai.app.catalog.categories.Category.Kind;
import org.kanmai.app.catalog.categories.Category.Name;
import org.kanmai.facts.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tree of categories with their attributes. */
@Repository
class CategoryStore {
    private final JdbcClient jdbc;

    CategoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all categories, parents before their children. */
    List<Category> all() {
        var attributes = attributes();
        return jdbc.sql("""
                select id, parent, chinese, english, retired
                  from catalog.category
                 order by parent nulls first, id
                """)
                .query((row, number) -> new Category(
                        row.getInt("id"),
                        row.getObject("parent", Integer.class),
                        new Name(row.getString("chinese"), row.getString("english")),
                        attributes.getOrDefault(row.getInt("id"), List.of()),
                        row.getBoolean("retired")))
                .list();
    }

    private Map<Integer, List<Attribute>> attributes() {
        return jdbc.sql("""
                select id, category, chinese, english, kind, choices_chinese, choices_english, required
                  from catalog.attribute
                 where not retired
                 order by id
                """).query((row, number) -> Map.entry(row.getInt("category"), attribute(row))).list().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Attribute attribute(ResultSet row) throws SQLException {
        var chinese = (String[]) row.getArray("choices_chinese").getArray();
        var english = (String[]) row.getArray("choices_english").getArray();
        var choices = new ArrayList<Name>();
        for (int at = 0; at < chinese.length; at++) {
            choices.add(new Name(chinese[at], english[at]));
        }
        return new Attribute(
                row.getInt("id"),
                new Name(row.getString("chinese"), row.getString("english")),
                Code.parse(Kind.class, row.getString("kind")),
                choices,
                row.getBoolean("required"));
    }

    /** Adds a category; throws {@link org.springframework.dao.DuplicateKeyException} when its parent has one of that name. */
    int add(@Nullable Integer parent, Name name) {
        return jdbc.sql("""
                insert into catalog.category (parent, chinese, english)
                     values (:parent, :chinese, :english)
                  returning id
                """)
                .param("parent", parent, Types.INTEGER)
                .param("chinese", name.zh())
                .param("english", name.en())
                .query((row, number) -> row.getInt("id"))
                .single();
    }

    void save(int id, Name name, boolean retired) {
        jdbc.sql("""
                update catalog.category
                   set chinese = :chinese, english = :english, retired = :retired
                 where id = :id
                """)
                .param("id", id)
                .param("chinese", name.zh())
                .param("english", name.en())
                .param("retired", retired)
                .update();
    }

    void addAttribute(int category, Name name, Kind kind, List<Name> choices, boolean required) {
        jdbc.sql("""
                insert into catalog.attribute (category, chinese, english, kind, choices_chinese, choices_english, required)
                     values (:category, :chinese, :english, :kind, :choicesChinese, :choicesEnglish, :required)
                """)
                .param("category", category)
                .param("chinese", name.zh())
                .param("english", name.en())
                .param("kind", kind.code())
                .param("choicesChinese", choices.stream().map(Name::zh).toArray(String[]::new))
                .param("choicesEnglish", choices.stream().map(Name::en).toArray(String[]::new))
                .param("required", required)
                .update();
    }

    /** Takes an attribute away from products to come; false when the category has no such one. */
    boolean retireAttribute(int category, int attribute) {
        return jdbc.sql("""
                update catalog.attribute
                   set retired = true
                 where id = :attribute
                   and category = :category
                   and not retired
                """)
                        .param("attribute", attribute)
                        .param("category", category)
                        .update()
                == 1;
    }
}
