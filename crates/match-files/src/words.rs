//! What columns are called, in the five languages of Trellis. Every name stands as [`spreadsheet::fold_header`] leaves it:
//! small letters, no accents, no punctuation.

use spreadsheet::{Header, fold_header};

/// What a column may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Id,
    Email,
    Name,
    FirstName,
    LastName,
    /// How many mentees a mentor takes.
    Capacity,
    /// How many mentors a mentee wants.
    Wanted,
    SkillsWanted,
    SkillsOffered,
    Skills,
    Aims,
    Languages,
    Availability,
    Industry,
    Organisation,
    Years,
    Grade,
    Place,
    Manager,
    MetBefore,
    /// Who somebody is: never counted unless somebody asks.
    Personal,
    /// Prose, telephone numbers, times of filling in a form.
    Prose,
}

/// The names of the column for a mentee in raw scores and in what is written.
pub(crate) const MENTEE: &[&str] = &[
    "mentee", "mentee id", "id mentee", "mentees", "aprendiz", "mentorado", "mentorada", "mentore", "mentoree", "mentore e",
    "مسترشد", "المسترشد", "متدرب", "المتدرب",
];

/// The names of the column for a mentor in raw scores and capacities.
pub(crate) const MENTOR: &[&str] =
    &["mentor", "mentor id", "id mentor", "mentors", "mentora", "mentor a", "mentor in", "mentorin", "مرشد", "المرشد", "موجه", "الموجه"];

/// The names of the column for a score.
pub(crate) const SCORE: &[&str] = &[
    "score", "points", "fit", "weight", "puntuacion", "puntos", "puntaje", "note", "pointage", "points", "punkte", "punktzahl", "bewertung",
    "wert", "درجة", "الدرجة", "نقاط", "النقاط",
];

/// The names of the column for a number of places.
pub(crate) const CAPACITY: &[&str] = &[
    "capacity", "places", "max mentees", "maximum mentees", "number of mentees", "mentees", "slots", "capacidad", "plazas",
    "numero de mentees", "cupo", "capacite", "nombre de mentores", "nombre de places", "kapazitat", "platze", "anzahl mentees",
    "max anzahl mentees", "السعة", "سعة", "الطاقة", "عدد المسترشدين", "عدد الاماكن", "الاماكن",
];

/// Each with its names, the most telling field first.
const NAMES: &[(Field, &[&str])] = &[
    (Field::Id, &["id", "number", "no", "identifier", "person id", "employee id", "employee number", "staff number", "user id", "username",
        "identificador", "numero", "identifiant", "matricule", "kennung", "nummer", "personalnummer", "المعرف", "معرف", "الرقم", "رقم"]),
    (Field::Email, &["email", "e mail", "email address", "e mail address", "mail", "work email", "correo", "correo electronico", "courriel",
        "adresse e mail", "adresse email", "adresse mail", "adresse electronique", "e mail adresse", "البريد الالكتروني", "البريد", "الايميل"]),
    (Field::Name, &["name", "full name", "your name", "nombre completo", "nombre y apellidos", "nom complet", "nom et prenom", "prenom et nom",
        "vollstandiger name", "vor und nachname", "الاسم", "الاسم الكامل", "اسم"]),
    (Field::FirstName, &["first name", "firstname", "given name", "forename", "nombre", "prenom", "vorname", "الاسم الاول"]),
    (Field::LastName, &["last name", "lastname", "surname", "family name", "apellido", "apellidos", "nom", "nom de famille", "nachname",
        "familienname", "اسم العائلة", "اللقب"]),
    (Field::Capacity, CAPACITY),
    (Field::Wanted, &["mentors wanted", "number of mentors", "max mentors", "mentores deseados", "numero de mentores", "mentors souhaites",
        "nombre de mentors", "anzahl mentoren", "gewunschte mentoren", "عدد المرشدين"]),
    (Field::SkillsWanted, &["skills wanted", "wanted skills", "skills to learn", "skills to develop", "skills needed", "wants to learn",
        "want to learn", "wants", "wanted", "looking for", "learning goals", "i want to learn", "help wanted", "needs",
        "competencias deseadas", "competencias buscadas", "habilidades deseadas", "quiere aprender", "busca", "necesita",
        "competences souhaitees", "competences recherchees", "souhaite apprendre", "j aimerais de l aide en", "recherche", "besoins",
        "gesuchte fahigkeiten", "gewunschte fahigkeiten", "mochte lernen", "will lernen", "sucht", "gesucht", "ich mochte hilfe bei",
        "المهارات المطلوبة", "مهارات مطلوبة", "يريد ان يتعلم", "اود المساعدة في"]),
    (Field::SkillsOffered, &["skills offered", "offered skills", "can help with", "i can help with", "can teach", "offers", "offered",
        "expertise", "areas of expertise", "strengths", "help offered", "competencias ofrecidas", "habilidades ofrecidas", "ofrece",
        "puedo ayudar con", "puede ayudar con", "experiencia en", "competences proposees", "competences offertes", "propose",
        "je peux aider en", "peut aider en", "domaines d expertise", "angebotene fahigkeiten", "bietet", "bietet an", "ich kann helfen bei",
        "kann helfen bei", "starken", "المهارات المعروضة", "مهارات معروضة", "يمكنني المساعدة في", "يقدم", "الخبرات"]),
    (Field::Skills, &["skills", "skill", "competencies", "competencias", "habilidades", "competences", "fahigkeiten", "kompetenzen",
        "kenntnisse", "المهارات", "مهارات"]),
    (Field::Aims, &["aims", "goals", "goal", "interests", "topics", "topic", "focus", "focus areas", "areas of interest", "values", "objetivos",
        "metas", "intereses", "temas", "objectifs", "interets", "centres d interet", "themes", "sujets", "ziele", "interessen", "themen",
        "schwerpunkte", "الاهداف", "اهداف", "الاهتمامات", "اهتمامات", "المواضيع"]),
    (Field::Languages, &["languages", "language", "spoken languages", "languages spoken", "idiomas", "idioma", "lenguas", "langues", "langue",
        "langues parlees", "sprachen", "sprache", "اللغات", "اللغة", "لغات"]),
    (Field::Availability, &["availability", "available", "days", "free times", "times", "available days", "disponibilidad", "dias", "horario",
        "disponibilite", "disponibilites", "jours", "horaires", "verfugbarkeit", "tage", "zeiten", "التوفر", "الايام", "الاوقات"]),
    (Field::Industry, &["industry", "profession", "field", "sector", "discipline", "function", "job family", "area", "industria", "profesion",
        "campo", "disciplina", "area profesional", "secteur", "metier", "domaine", "filiere", "branche", "beruf", "fach", "fachgebiet",
        "bereich", "المجال", "المهنة", "القطاع", "التخصص"]),
    (Field::Organisation, &["organisation", "organization", "department", "company", "employer", "team", "unit", "division", "office",
        "organizacion", "departamento", "empresa", "equipo", "entreprise", "departement", "service", "equipe", "societe", "organisation",
        "abteilung", "firma", "unternehmen", "arbeitgeber", "المؤسسة", "القسم", "الشركة", "الادارة"]),
    (Field::Years, &["years", "years of experience", "experience years", "experience", "seniority", "anos de experiencia", "anos", "experiencia",
        "annees d experience", "annees", "berufsjahre", "jahre", "berufserfahrung", "erfahrung", "jahre erfahrung", "سنوات الخبرة", "الخبرة"]),
    (Field::Grade, &["grade", "level", "job level", "band", "rank", "grado", "nivel", "categoria", "niveau", "echelon", "stufe", "ebene",
        "besoldungsgruppe", "entgeltgruppe", "الدرجة الوظيفية", "المستوى", "الرتبة"]),
    (Field::Place, &["location", "city", "place", "site", "region", "country", "time zone", "timezone", "ubicacion", "ciudad", "lugar", "pais",
        "zona horaria", "lieu", "ville", "pays", "fuseau horaire", "ort", "stadt", "standort", "land", "zeitzone", "الموقع", "المدينة",
        "البلد", "الدولة", "المنطقة الزمنية"]),
    (Field::Manager, &["line manager", "manager", "supervisor", "boss", "reports to", "jefe", "jefa", "responsable", "superior", "superieur",
        "manager direct", "vorgesetzte", "vorgesetzter", "vorgesetzte r", "fuhrungskraft", "المدير", "المدير المباشر", "الرئيس المباشر"]),
    (Field::MetBefore, &["met before", "past mentors", "previous mentor", "previous mentors", "not with", "exclude", "mentores anteriores",
        "mentor anterior", "anciens mentors", "ancien mentor", "fruhere mentoren", "nicht mit", "مرشدون سابقون", "المرشد السابق"]),
    (Field::Personal, &["gender", "sex", "age", "birthday", "date of birth", "ethnicity", "race", "religion", "nationality", "identity",
        "sexual orientation", "orientation", "disability", "pronouns", "characteristics", "identity to match",
        "match with similar identity", "genero", "sexo", "edad", "fecha de nacimiento", "etnia", "nacionalidad", "discapacidad", "genre",
        "sexe", "date de naissance", "ethnie", "nationalite", "handicap", "geschlecht", "alter", "geburtsdatum", "herkunft",
        "religionszugehorigkeit", "nationalitat", "staatsangehorigkeit", "behinderung", "الجنس", "النوع", "العمر", "تاريخ الميلاد", "الجنسية",
        "الديانة", "الاعاقة"]),
    (Field::Prose, &["biography", "bio", "about", "about me", "comments", "comment", "notes", "motivation", "phone", "telephone", "mobile",
        "timestamp", "linkedin", "photo", "biografia", "sobre mi", "comentarios", "notas", "telefono", "marca temporal", "biographie",
        "a propos", "commentaires", "remarques", "horodateur", "biografie", "uber mich", "bemerkungen", "kommentar", "anmerkungen", "telefon",
        "zeitstempel", "نبذة", "ملاحظات", "تعليقات", "الهاتف", "طابع زمني"]),
];

/// Words for the two roles, which say nothing in a file that is about one of them.
const ROLES: &[&str] = &["mentor", "mentors", "mentee", "mentees", "mentora", "mentorado", "mentore", "des", "der", "du", "del", "of", "de", "s"];

/// What a header is about, as far as its name tells.
pub(crate) fn field(header: &str) -> Option<Field> {
    let folded = fold_header(header);
    let exact = |name: &str| NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(field, _)| *field);
    exact(&folded).or_else(|| {
        let rest: Vec<&str> = folded.split(' ').filter(|word| !ROLES.contains(word)).collect();
        exact(&rest.join(" "))
    })
}

/// The first column about something.
pub(crate) fn column_of(header: &Header, wanted: Field) -> Option<usize> {
    // The order of the names counts before that of the columns, and whole names before those with the role taken off.
    let names = NAMES.iter().find(|(field, _)| *field == wanted).map_or(&[][..], |(_, names)| names);
    let exact = names.iter().find_map(|name| (0..header.len()).find(|column| header.folded(*column) == *name));
    exact.or_else(|| (0..header.len()).find(|column| field(header.folded(*column)) == Some(wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_names_stand_as_they_are_looked_up() {
        for (field, names) in NAMES {
            for name in *names {
                assert_eq!(fold_header(name), *name, "{field:?}");
            }
        }
    }

    #[test]
    fn no_name_means_two_things() {
        let mut all: Vec<(&str, Field)> = NAMES.iter().flat_map(|(field, names)| names.iter().map(|name| (*name, *field))).collect();
        all.sort_by_key(|(name, _)| *name);
        for pair in all.windows(2) {
            assert!(pair[0].0 != pair[1].0 || pair[0].1 == pair[1].1, "{pair:?}");
        }
    }

    #[test]
    fn five_languages_are_understood() {
        for (header, expected) in [
            ("E-mail address", Field::Email), ("Correo electrónico", Field::Email), ("Adresse e-mail", Field::Email),
            ("E-Mail-Adresse", Field::Email), ("البريد الإلكتروني", Field::Email), ("Capacity", Field::Capacity),
            ("Plazas", Field::Capacity), ("Capacité", Field::Capacity), ("Kapazität", Field::Capacity), ("السعة", Field::Capacity),
            ("Languages", Field::Languages), ("Idiomas", Field::Languages), ("Langues", Field::Languages), ("Sprachen", Field::Languages),
            ("اللغات", Field::Languages), ("Name des Mentors", Field::Name), ("Mentee's name", Field::Name),
            ("J’aimerais de l’aide en", Field::SkillsWanted), ("Ich kann helfen bei", Field::SkillsOffered), ("Género", Field::Personal),
        ] {
            assert_eq!(field(header), Some(expected), "{header}");
        }
        assert_eq!(field("favourite colour"), None);
        assert_eq!(field("mentor"), None);
    }
}
