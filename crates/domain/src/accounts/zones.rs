//! The time zones on offer: the IANA names of places, by region.
//!
//! The browser needs them for its list and can't carry the time zone database itself, so the names stand here; a test of
//! the service compares them with the database. Old spellings are among them, because browsers still report some.

/// A region of the IANA database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name, the first part of a zone's name.
    pub name: &'static str,
    places: &'static str,
}

impl Region {
    /// The places in it, the rest of a zone's name: `Berlin`, `Argentina/Ushuaia`.
    pub fn places(&self) -> impl Iterator<Item = &'static str> {
        self.places.split_ascii_whitespace()
    }
}

/// The zone of people who live by none of the others.
pub const UTC: &str = "UTC";

/// Whether a zone is on offer.
#[must_use]
pub fn is_offered(zone: &str) -> bool {
    zone == UTC
        || zone.split_once('/').is_some_and(|(region, place)| REGIONS.iter().any(|r| r.name == region && r.places().any(|p| p == place)))
}

/// A place's name as people read it: `Buenos Aires`, `Ushuaia (Argentina)`.
#[must_use]
pub fn label(place: &str) -> String {
    match place.rsplit_once('/') {
        Some((outer, inner)) => format!("{} ({})", inner, outer).replace('_', " "),
        None => place.replace('_', " "),
    }
}

/// Every region with its places, in alphabetical order.
pub static REGIONS: &[Region] = &[
    Region {
        name: "Africa",
        places: "Abidjan Accra Addis_Ababa Algiers Asmara Asmera Bamako Bangui Banjul Bissau Blantyre Brazzaville Bujumbura Cairo \
        Casablanca Ceuta Conakry Dakar Dar_es_Salaam Djibouti Douala El_Aaiun Freetown Gaborone Harare Johannesburg Juba \
        Kampala Khartoum Kigali Kinshasa Lagos Libreville Lome Luanda Lubumbashi Lusaka Malabo Maputo Maseru Mbabane \
        Mogadishu Monrovia Nairobi Ndjamena Niamey Nouakchott Ouagadougou Porto-Novo Sao_Tome Timbuktu Tripoli Tunis \
        Windhoek",
    },
    Region {
        name: "America",
        places: "Adak Anchorage Anguilla Antigua Araguaina Argentina/Buenos_Aires Argentina/Catamarca Argentina/ComodRivadavia \
        Argentina/Cordoba Argentina/Jujuy Argentina/La_Rioja Argentina/Mendoza Argentina/Rio_Gallegos Argentina/Salta \
        Argentina/San_Juan Argentina/San_Luis Argentina/Tucuman Argentina/Ushuaia Aruba Asuncion Atikokan Atka Bahia \
        Bahia_Banderas Barbados Belem Belize Blanc-Sablon Boa_Vista Bogota Boise Buenos_Aires Cambridge_Bay Campo_Grande \
        Cancun Caracas Catamarca Cayenne Cayman Chicago Chihuahua Ciudad_Juarez Coral_Harbour Cordoba Costa_Rica \
        Coyhaique Creston Cuiaba Curacao Danmarkshavn Dawson Dawson_Creek Denver Detroit Dominica Edmonton Eirunepe \
        El_Salvador Ensenada Fort_Nelson Fort_Wayne Fortaleza Glace_Bay Godthab Goose_Bay Grand_Turk Grenada Guadeloupe \
        Guatemala Guayaquil Guyana Halifax Havana Hermosillo Indiana/Indianapolis Indiana/Knox Indiana/Marengo \
        Indiana/Petersburg Indiana/Tell_City Indiana/Vevay Indiana/Vincennes Indiana/Winamac Indianapolis Inuvik Iqaluit \
        Jamaica Jujuy Juneau Kentucky/Louisville Kentucky/Monticello Knox_IN Kralendijk La_Paz Lima Los_Angeles \
        Louisville Lower_Princes Maceio Managua Manaus Marigot Martinique Matamoros Mazatlan Mendoza Menominee Merida \
        Metlakatla Mexico_City Miquelon Moncton Monterrey Montevideo Montreal Montserrat Nassau New_York Nipigon Nome \
        Noronha North_Dakota/Beulah North_Dakota/Center North_Dakota/New_Salem Nuuk Ojinaga Panama Pangnirtung \
        Paramaribo Phoenix Port-au-Prince Port_of_Spain Porto_Acre Porto_Velho Puerto_Rico Punta_Arenas Rainy_River \
        Rankin_Inlet Recife Regina Resolute Rio_Branco Rosario Santa_Isabel Santarem Santiago Santo_Domingo Sao_Paulo \
        Scoresbysund Shiprock Sitka St_Barthelemy St_Johns St_Kitts St_Lucia St_Thomas St_Vincent Swift_Current \
        Tegucigalpa Thule Thunder_Bay Tijuana Toronto Tortola Vancouver Virgin Whitehorse Winnipeg Yakutat Yellowknife",
    },
    Region {
        name: "Antarctica",
        places: "Casey Davis DumontDUrville Macquarie Mawson McMurdo Palmer Rothera South_Pole Syowa Troll Vostok",
    },
    Region { name: "Arctic", places: "Longyearbyen" },
    Region {
        name: "Asia",
        places: "Aden Almaty Amman Anadyr Aqtau Aqtobe Ashgabat Ashkhabad Atyrau Baghdad Bahrain Baku Bangkok Barnaul Beirut \
        Bishkek Brunei Calcutta Chita Choibalsan Chongqing Chungking Colombo Dacca Damascus Dhaka Dili Dubai Dushanbe \
        Famagusta Gaza Harbin Hebron Ho_Chi_Minh Hong_Kong Hovd Irkutsk Istanbul Jakarta Jayapura Jerusalem Kabul \
        Kamchatka Karachi Kashgar Kathmandu Katmandu Khandyga Kolkata Krasnoyarsk Kuala_Lumpur Kuching Kuwait Macao \
        Macau Magadan Makassar Manila Muscat Nicosia Novokuznetsk Novosibirsk Omsk Oral Phnom_Penh Pontianak Pyongyang \
        Qatar Qostanay Qyzylorda Rangoon Riyadh Saigon Sakhalin Samarkand Seoul Shanghai Singapore Srednekolymsk Taipei \
        Tashkent Tbilisi Tehran Tel_Aviv Thimbu Thimphu Tokyo Tomsk Ujung_Pandang Ulaanbaatar Ulan_Bator Urumqi Ust-Nera \
        Vientiane Vladivostok Yakutsk Yangon Yekaterinburg Yerevan",
    },
    Region {
        name: "Atlantic",
        places: "Azores Bermuda Canary Cape_Verde Faeroe Faroe Jan_Mayen Madeira Reykjavik South_Georgia St_Helena Stanley",
    },
    Region {
        name: "Australia",
        places: "ACT Adelaide Brisbane Broken_Hill Canberra Currie Darwin Eucla Hobart LHI Lindeman Lord_Howe Melbourne NSW North \
        Perth Queensland South Sydney Tasmania Victoria West Yancowinna",
    },
    Region {
        name: "Europe",
        places: "Amsterdam Andorra Astrakhan Athens Belfast Belgrade Berlin Bratislava Brussels Bucharest Budapest Busingen \
        Chisinau Copenhagen Dublin Gibraltar Guernsey Helsinki Isle_of_Man Istanbul Jersey Kaliningrad Kiev Kirov Kyiv \
        Lisbon Ljubljana London Luxembourg Madrid Malta Mariehamn Minsk Monaco Moscow Nicosia Oslo Paris Podgorica \
        Prague Riga Rome Samara San_Marino Sarajevo Saratov Simferopol Skopje Sofia Stockholm Tallinn Tirane Tiraspol \
        Ulyanovsk Uzhgorod Vaduz Vatican Vienna Vilnius Volgograd Warsaw Zagreb Zaporozhye Zurich",
    },
    Region { name: "Indian", places: "Antananarivo Chagos Christmas Cocos Comoro Kerguelen Mahe Maldives Mauritius Mayotte Reunion" },
    Region {
        name: "Pacific",
        places: "Apia Auckland Bougainville Chatham Chuuk Easter Efate Enderbury Fakaofo Fiji Funafuti Galapagos Gambier \
        Guadalcanal Guam Honolulu Johnston Kanton Kiritimati Kosrae Kwajalein Majuro Marquesas Midway Nauru Niue Norfolk \
        Noumea Pago_Pago Palau Pitcairn Pohnpei Ponape Port_Moresby Rarotonga Saipan Samoa Tahiti Tarawa Tongatapu Truk \
        Wake Wallis Yap",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_is_on_offer() {
        for zone in ["UTC", "Europe/Berlin", "America/Argentina/Ushuaia", "Asia/Calcutta"] {
            assert!(is_offered(zone), "{zone}");
        }
        for zone in ["", "Berlin", "Europe/", "Europe", "Europe/Atlantis", "Berlin/Europe"] {
            assert!(!is_offered(zone), "{zone}");
        }
    }

    #[test]
    fn names_read_well() {
        assert_eq!(label("Buenos_Aires"), "Buenos Aires");
        assert_eq!(label("Argentina/Ushuaia"), "Ushuaia (Argentina)");
        assert_eq!(label("North_Dakota/New_Salem"), "New Salem (North Dakota)");
    }
}
