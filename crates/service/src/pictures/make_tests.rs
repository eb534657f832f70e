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

#[tokio::test]
async fn a_small_file_that_unfolds_into_gigabytes_is_refused_before_it_does() {
    // A PNG of one colour whose header says 60,000 by 60,000 pixels.
    let mut bomb = encoded(&DynamicImage::ImageRgb8(two_halves(8, 8)), ImageFormat::Png);
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let checksum = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&checksum.to_be_bytes());
    assert_eq!(prepare(bomb, Shape::Portrait).await, Err(ProblemCode::NotAPicture));
    // A GIF whose screen is as large as GIF can say.
    let mut bomb = encoded(&DynamicImage::ImageRgb8(two_halves(8, 8)), ImageFormat::Gif);
    bomb[6..10].copy_from_slice(&[0xff; 4]);
    assert_eq!(prepare(bomb, Shape::Portrait).await, Err(ProblemCode::NotAPicture));
}

/// As PNG has it.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 });
    !bytes.iter().fold(u32::MAX, step)
}
