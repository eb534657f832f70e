//! Files of every kind, and those that mean harm.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use image::{Rgba, RgbaImage};

/// Left half red, right half blue.
fn two_halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([200, 20, 20]) } else { Rgb([20, 20, 200]) })
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(&DynamicImage::ImageRgb8(two_halves(width, height)), ImageFormat::Jpeg)
}

/// The same JPEG with an Exif segment right after its beginning: orientation, and a place.
fn with_exif(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    let mut tiff = b"II\x2a\x00\x08\x00\x00\x00".to_vec();
    tiff.extend([2, 0]);
    // 0x0112, SHORT, 1 value.
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0]);
    tiff.extend(orientation.to_le_bytes());
    tiff.extend([0, 0]);
    // 0x8825, LONG, 1 value: where the GPS directory is, right after this one.
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    // The GPS directory: 0x001d, ASCII, at the end.
    tiff.extend([1, 0, 0x1d, 0x00, 2, 0, 11, 0, 0, 0, 56, 0, 0, 0, 0, 0, 0, 0]);
    tiff.extend(b"GPS-SECRET\0");
    let mut segment = b"Exif\0\0".to_vec();
    segment.extend(tiff);
    let length = u16::try_from(segment.len() + 2).unwrap().to_be_bytes();
    let mut file = jpeg[..2].to_vec();
    file.extend([0xff, 0xe1]);
    file.extend(length);
    file.extend(segment);
    file.extend(&jpeg[2..]);
    file
}

fn contains(file: &[u8], needle: &[u8]) -> bool {
    file.windows(needle.len()).any(|window| window == needle)
}

fn pixels(picture: &Prepared) -> RgbImage {
    image::load_from_memory(&picture.bytes).unwrap().to_rgb8()
}

fn is_red(pixel: &Rgb<u8>) -> bool {
    pixel.0[0] > 150 && pixel.0[2] < 100
}

#[tokio::test]
async fn every_kind_becomes_a_small_jpeg_of_its_shape() {
    let picture = DynamicImage::ImageRgb8(two_halves(800, 600));
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let made = prepare(encoded(&picture, format), Shape::Portrait).await.unwrap();
        assert_eq!((made.width, made.height), (512, 512), "{format:?}");
        assert_eq!(image::guess_format(&made.bytes).unwrap(), ImageFormat::Jpeg);
        let made = pixels(&made);
        assert_eq!(made.dimensions(), (512, 512));
        assert!(is_red(made.get_pixel(20, 256)) && !is_red(made.get_pixel(490, 256)), "{format:?}: cut from the middle");
    }
    let banner = prepare(jpeg(2400, 2000), Shape::Banner).await.unwrap();
    assert_eq!((banner.width, banner.height), (1200, 630));
}

#[tokio::test]
async fn a_small_picture_is_cut_but_not_blown_up() {
    let made = prepare(jpeg(90, 60), Shape::Portrait).await.unwrap();
    assert_eq!((made.width, made.height), (60, 60));
    let made = prepare(jpeg(1, 300), Shape::Banner).await.unwrap();
    assert_eq!((made.width, made.height), (1, 1));
}

#[tokio::test]
async fn nothing_of_the_metadata_is_left() {
    let file = with_exif(&jpeg(64, 64), 1);
    assert!(contains(&file, b"GPS-SECRET"));
    let made = prepare(file, Shape::Portrait).await.unwrap();
    assert!(!contains(&made.bytes, b"GPS-SECRET") && !contains(&made.bytes, b"Exif"));
}

#[tokio::test]
async fn a_picture_taken_sideways_stands_upright() {
    // The camera was turned: what it stored as left is on top (6), or below (8), or on the right (3).
    let file = jpeg(64, 64);
    let red_at = |picture: &RgbImage, x, y| is_red(picture.get_pixel(x, y));
    let top = pixels(&prepare(with_exif(&file, 6), Shape::Portrait).await.unwrap());
    assert!(red_at(&top, 32, 4) && !red_at(&top, 32, 60));
    let below = pixels(&prepare(with_exif(&file, 8), Shape::Portrait).await.unwrap());
    assert!(!red_at(&below, 32, 4) && red_at(&below, 32, 60));
    let right = pixels(&prepare(with_exif(&file, 3), Shape::Portrait).await.unwrap());
    assert!(!red_at(&right, 4, 32) && red_at(&right, 60, 32));
}

#[tokio::test]
async fn what_is_transparent_becomes_white() {
    let glass = RgbaImage::from_pixel(40, 40, Rgba([0, 0, 0, 0]));
    let made = prepare(encoded(&DynamicImage::ImageRgba8(glass), ImageFormat::Png), Shape::Portrait).await.unwrap();
    assert!(pixels(&made).pixels().all(|pixel| pixel.0.iter().all(|colour| *colour > 250)));
}

#[tokio::test]
async fn what_is_no_picture_is_refused() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec();
    let bmp = b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x02\0\0\0\x02\0\0\0\x01\0\x18\0".to_vec();
    let cut_short = jpeg(300, 300)[..200].to_vec();
    for file in
        [svg, bmp, b"GIF89a".to_vec(), b"\x89PNG\r\n\x1a\n".to_vec(), b"RIFF\0\0\0\0WEBP".to_vec(), vec![0xff, 0xd8, 0xff], cut_short]
    {
        assert_eq!(prepare(file, Shape::Portrait).await, Err(ProblemCode::NotAPicture));
    }
    assert_eq!(prepare(Vec::new(), Shape::Portrait).await, Err(ProblemCode::Required));
    let huge = vec![0; PICTURE_MIB_MAX * 1024 * 1024 + 1];
    assert_eq!(prepare(huge, Shape::Portrait).await, Err(ProblemCode::FileTooLarge { max_mib: PICTURE_MIB_MAX }));
}

/// A PNG whose header says what it holds: width, height, bits a colour, and the number of the kind of colours.
fn claiming(width: u32, height: u32, bits: u8, colours: u8) -> Vec<u8> {
    let mut file = encoded(&DynamicImage::ImageRgb8(two_halves(8, 8)), ImageFormat::Png);
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    (file[24], file[25]) = (bits, colours);
    let checksum = crc32(&file[12..29]);
    file[29..33].copy_from_slice(&checksum.to_be_bytes());
    file
}

#[tokio::test]
async fn a_small_file_that_unfolds_into_gigabytes_is_refused_before_it_does() {
    // A GIF whose screen is as large as GIF can say.
    let mut gif = encoded(&DynamicImage::ImageRgb8(two_halves(8, 8)), ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0xff; 4]);
    // PNGs of 50 million pixels with 16 bits a colour, with and without transparency; and of more pixels than that.
    for file in
        [claiming(60_000, 60_000, 8, 2), claiming(7_000, 7_000, 16, 6), claiming(7_000, 7_000, 16, 2), claiming(10_000, 5_001, 8, 0), gif]
    {
        assert!(matches!(decode(&file), Err(ImageError::Limits(_))), "nothing of it is decoded");
        assert_eq!(prepare(file, Shape::Portrait).await, Err(ProblemCode::PictureTooLarge));
    }
    // What a camera makes passes, and is then found to be cut short.
    for file in [claiming(7_000, 7_000, 8, 2), claiming(7_000, 7_000, 8, 6), claiming(5_000, 5_000, 16, 6)] {
        assert_eq!(prepare(file, Shape::Portrait).await, Err(ProblemCode::NotAPicture));
    }
}

#[tokio::test]
async fn sixteen_bits_a_colour_are_shown_with_eight() {
    let deep = image::ImageBuffer::from_fn(900, 700, |x, _| Rgba([if x < 450 { u16::MAX } else { 0 }, 0, 0, u16::MAX]));
    let made = prepare(encoded(&DynamicImage::ImageRgba16(deep), ImageFormat::Png), Shape::Portrait).await.unwrap();
    let made = pixels(&made);
    assert!(is_red(made.get_pixel(20, 256)) && made.get_pixel(490, 256).0[0] < 30);
}

#[test]
fn whichever_way_up_it_was_stored_the_same_part_is_shown() {
    use Orientation as O;
    let all =
        [O::NoTransforms, O::FlipHorizontal, O::FlipVertical, O::Rotate90, O::Rotate180, O::Rotate270, O::Rotate90FlipH, O::Rotate270FlipH];
    for (width, height) in [(12, 7), (7, 12), (9, 9), (1, 30), (30, 1)] {
        let colour = |at: u32| u8::try_from(at * 8).unwrap();
        let stored = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| Rgb([colour(x), colour(y), 0])));
        for orientation in all {
            for shape in [Shape::Portrait, Shape::Banner] {
                let mut upright = stored.clone();
                upright.apply_orientation(orientation);
                let Part { x, y, width, height } = cut(upright.dimensions(), shape);
                let expected = upright.crop_imm(x, y, width, height).to_rgba8();
                let shown = upright_part(stored.clone(), orientation, shape).to_rgba8();
                assert_eq!(shown, expected, "{width} × {height}, {orientation:?}, {shape:?}");
            }
        }
    }
}

/// As PNG has it.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 });
    !bytes.iter().fold(u32::MAX, step)
}
