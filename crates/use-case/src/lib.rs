//! The two attributes of an operation: `#[use_case]` where `service` does it, `#[api]` where `app` lets browsers call it.
//!
//! # `#[use_case]`
//!
//! The attribute of every public `async fn` of the crate `service`.
//!
//! The body of an `async fn` is compiled in the crate that first polls it: without the attribute all of `service` and `store`
//! would be generated again in `app`, in `server` and in each test binary. The attribute makes the function return a boxed future,
//! so that the body is compiled in `service`, once, at the price of one allocation a call.
//!
//! What it does to `async fn act(ctx: &Ctx, name: &str) -> Result<T, Error> { … }`:
//!
//! ```text
//! fn act<'use_case>(ctx: &'use_case Ctx, name: &'use_case str)
//!     -> Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'use_case>> { Box::pin(async move { … }) }
//! ```
//!
//! It also says the use case's name to `crate::trace::use_case`, which notes it in the log and tells what takes long.
//!
//! Not supported: methods that take `self` by pattern, and results that borrow from an argument without naming its lifetime.
//!
//! # `#[api("feature/act")]`
//!
//! A server function at `/api/feature/act`, called in the way that all of them are (`app/src/wire.rs`). `#[api("feature/act", files)]`
//! takes a form with files (`MultipartData`).

use proc_macro::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::visit_mut::{self, VisitMut};
use syn::{FnArg, GenericParam, ItemFn, Lifetime, LitStr, ReturnType, Token, TypeImplTrait, TypeReference, parse_macro_input, parse_quote};

/// Boxes the future of a public use case, so that its body is compiled in this crate and nowhere else.
#[proc_macro_attribute]
pub fn use_case(_arguments: TokenStream, item: TokenStream) -> TokenStream {
    let function = parse_macro_input!(item as ItemFn);
    boxed(function).unwrap_or_else(|error| error.into_compile_error()).into()
}

fn boxed(mut function: ItemFn) -> syn::Result<proc_macro2::TokenStream> {
    if function.sig.asyncness.take().is_none() {
        return Err(syn::Error::new_spanned(&function.sig, "a use case is an `async fn`"));
    }
    let output = match &function.sig.output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, ty) => ty.to_token_stream(),
    };
    for argument in &mut function.sig.inputs {
        match argument {
            FnArg::Typed(typed) => NameLifetimes.visit_type_mut(&mut typed.ty),
            FnArg::Receiver(receiver) => {
                if let Some((_, lifetime @ None)) = &mut receiver.reference {
                    *lifetime = Some(parse_quote!('use_case));
                }
                NameLifetimes.visit_type_mut(&mut receiver.ty);
            }
        }
    }
    // Everything that the future holds must live as long as it does.
    let mut bounds: Vec<syn::WherePredicate> = Vec::new();
    for parameter in &function.sig.generics.params {
        match parameter {
            GenericParam::Lifetime(named) => {
                let lifetime = &named.lifetime;
                bounds.push(parse_quote!(#lifetime: 'use_case));
            }
            GenericParam::Type(named) => {
                let name = &named.ident;
                bounds.push(parse_quote!(#name: 'use_case));
            }
            GenericParam::Const(_) => {}
        }
    }
    function.sig.generics.params.insert(0, parse_quote!('use_case));
    function.sig.generics.make_where_clause().predicates.extend(bounds);
    function.sig.output =
        parse_quote!(-> ::std::pin::Pin<::std::boxed::Box<dyn ::std::future::Future<Output = #output> + ::std::marker::Send + 'use_case>>);
    let ItemFn { attrs, vis, sig, block } = function;
    let name = sig.ident.to_string();
    // The first line says the block's type, so that `?` knows what to turn an error into.
    Ok(quote! {
        #(#attrs)*
        #vis #sig {
            crate::trace::use_case(::std::concat!(::std::module_path!(), "::", #name), ::std::boxed::Box::pin(async move {
                if let ::std::option::Option::Some(never) = ::std::option::Option::None::<#output> {
                    return never;
                }
                let done: #output = #block;
                done
            }))
        }
    })
}

/// Makes a server function of an `async fn`, with everything that all of them have in common.
#[proc_macro_attribute]
pub fn api(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let Address { endpoint, files } = parse_macro_input!(arguments as Address);
    let function = parse_macro_input!(item as ItemFn);
    let how = if files {
        quote!(input = ::leptos::server_fn::codec::MultipartFormData, output = crate::wire::JsonAnswer)
    } else {
        quote!(protocol = crate::wire::Wire)
    };
    quote! {
        #[::leptos::server(prefix = "/api", endpoint = #endpoint, #how)]
        #function
    }
    .into()
}

/// The arguments of `#[api]`.
struct Address {
    endpoint: LitStr,
    files: bool,
}

mod word {
    syn::custom_keyword!(files);
}

impl Parse for Address {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let endpoint = input.parse()?;
        let files = input.peek(Token![,]);
        if files {
            input.parse::<Token![,]>()?;
            input.parse::<word::files>()?;
        }
        Ok(Self { endpoint, files })
    }
}

/// Gives each lifetime that was left out the future's.
struct NameLifetimes;

impl VisitMut for NameLifetimes {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(parse_quote!('use_case));
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = parse_quote!('use_case);
        }
    }

    fn visit_type_impl_trait_mut(&mut self, implementor: &mut TypeImplTrait) {
        implementor.bounds.push(parse_quote!('use_case));
        visit_mut::visit_type_impl_trait_mut(self, implementor);
    }

    // Lifetimes of function pointers and of `Fn(&T)` are their own.
    fn visit_type_bare_fn_mut(&mut self, _: &mut syn::TypeBareFn) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut syn::ParenthesizedGenericArguments) {}
}
